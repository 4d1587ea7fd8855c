package io.feverline.registry.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells metrics how many events wait; every instance sees the same table, so take the maximum, not the sum. */
@ApplicationScoped
public class OutboxBacklog {
    private static final Logger LOG = Logger.getLogger(OutboxBacklog.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Outbox outbox;
    private volatile double waiting = Double.NaN;
    private Cancellable looking = () -> {};

    OutboxBacklog(Outbox outbox, MeterRegistry metrics) {
        this.outbox = outbox;
        Gauge.builder("feverline.outbox.events", () -> waiting)
                .description("Events that are yet to be published; not a number while the database is away")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        looking = Multi.createFrom()
                .ticks()
                .every(EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .subscribe()
                .with(done -> {}, e -> LOG.error("nobody looks at the outbox any more", e));
    }

    void stop(@Observes ShutdownEvent event) {
        looking.cancel();
    }

    private Uni<Void> look() {
        return outbox.waiting()
                .map(Long::doubleValue)
                .onFailure()
                .recoverWithItem(Double.NaN)
                .invoke(count -> waiting = count)
                .replaceWithVoid();
    }
}
