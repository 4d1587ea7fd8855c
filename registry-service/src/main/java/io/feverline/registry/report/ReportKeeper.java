package io.feverline.registry.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks from time to time for reports that are not signed, has them told of, and tells metrics how many there are;
 * every instance sees the same tables, so take the maximum, not the sum.
 */
@ApplicationScoped
public class ReportKeeper {
    private static final Logger LOG = Logger.getLogger(ReportKeeper.class);

    private final Reminders reminders;
    private volatile Reminders.@Nullable Unsigned unsigned;

    ReportKeeper(Reminders reminders, MeterRegistry metrics) {
        this.reminders = reminders;
        gauge(
                metrics,
                "feverline.reports.open",
                "Reports of shifts that have ended that can still be signed in time",
                Reminders.Unsigned::open);
        gauge(
                metrics,
                "feverline.reports.missing",
                "Reports whose cutoff is over of late that are not signed",
                Reminders.Unsigned::missing);
    }

    private void gauge(MeterRegistry metrics, String name, String what, ToDoubleFunction<Reminders.Unsigned> value) {
        Gauge.builder(name, () -> {
                    var known = unsigned;
                    return known == null ? Double.NaN : value.applyAsDouble(known);
                })
                .description(what + "; not a number while the database is away")
                .register(metrics);
    }

    @Scheduled(every = "${feverline.report.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return reminders
                .remind()
                .chain(reminders::unsigned)
                .onFailure()
                .invoke(e -> LOG.warnf("reminders of reports wait: %s", e.getMessage()))
                .onFailure()
                .recoverWithNull()
                .invoke(found -> unsigned = found)
                .replaceWithVoid();
    }
}
