package io.feverline.registry.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells metrics how many events wait; every instance sees the same table, so take the maximum, not the sum. */
@ApplicationScoped
public class OutboxBacklog {
    private final Outbox outbox;
    private volatile double waiting = Double.NaN;

    OutboxBacklog(Outbox outbox, MeterRegistry metrics) {
        this.outbox = outbox;
        Gauge.builder("feverline.outbox.events", () -> waiting)
                .description("Events that are yet to be published; not a number while the database is away")
                .register(metrics);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return outbox.waiting()
                .map(Long::doubleValue)
                .onFailure()
                .recoverWithItem(Double.NaN)
                .invoke(count -> waiting = count)
                .replaceWithVoid();
    }
}
