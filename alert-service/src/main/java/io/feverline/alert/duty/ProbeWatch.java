package io.feverline.alert.duty;

import io.feverline.alert.postgres.ProbeStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/**
 * Raises the alarm about checkpoints whose synthetic fevers do not arrive. What is expected when is in the database.
 */
@ApplicationScoped
public class ProbeWatch {
    private final ProbeStore probes;
    private final InstantSource clock;
    private final Counter missed;

    ProbeWatch(ProbeStore probes, InstantSource clock, MeterRegistry registry) {
        this.probes = probes;
        this.clock = clock;
        this.missed = Counter.builder("feverline.probes.missed")
                .description("Alarms that a checkpoint's synthetic fevers do not arrive")
                .register(registry);
    }

    @Scheduled(
            every = "${feverline.alert.probe.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return probes.miss(clock.instant())
                .invoke(count -> missed.increment(count))
                .replaceWithVoid();
    }

    @Scheduled(
            every = "${feverline.alert.probe.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return probes.sweep(clock.instant());
    }
}
