package io.feverline.alert.duty;

import io.feverline.alert.config.LifecycleConfig;
import io.feverline.alert.postgres.ActionWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Raises the alarm about who was referred to a clinic and did not get there in time. */
@ApplicationScoped
public class ArrivalWatch {
    private static final Logger LOG = Logger.getLogger(ArrivalWatch.class);

    private final ActionWriter alerts;
    private final LifecycleConfig config;
    private final InstantSource clock;
    private final Counter overdue;
    private Cancellable loop = () -> {};

    ArrivalWatch(ActionWriter alerts, LifecycleConfig config, InstantSource clock, MeterRegistry registry) {
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
        this.overdue = Counter.builder("feverline.arrivals.overdue")
                .description("Travellers who were referred to a clinic and were not there in time")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        loop = round().onItem()
                .delayIt()
                .by(config.checkEvery())
                .repeat()
                .indefinitely()
                .subscribe()
                .with(done -> {}, e -> LOG.error("nobody looks after who is overdue any more", e));
    }

    void stop(@Observes ShutdownEvent event) {
        loop.cancel();
    }

    private Uni<Integer> round() {
        return Uni.createFrom()
                .deferred(() -> alerts.markOverdue(config.arrivalLimit(), clock.instant()))
                .invoke(count -> overdue.increment(count))
                .onFailure()
                .invoke(e -> LOG.warn("who is overdue could not be looked up, and it is tried again", e))
                .onFailure()
                .recoverWithItem(0);
    }
}
