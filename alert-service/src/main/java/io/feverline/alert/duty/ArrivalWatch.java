package io.feverline.alert.duty;

import io.feverline.alert.config.LifecycleConfig;
import io.feverline.alert.postgres.ActionWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Raises the alarm about who was referred to a clinic and did not get there in time. */
@ApplicationScoped
public class ArrivalWatch {
    private final ActionWriter alerts;
    private final LifecycleConfig config;
    private final InstantSource clock;
    private final Counter overdue;

    ArrivalWatch(ActionWriter alerts, LifecycleConfig config, InstantSource clock, MeterRegistry registry) {
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
        this.overdue = Counter.builder("feverline.arrivals.overdue")
                .description("Travellers who were referred to a clinic and were not there in time")
                .register(registry);
    }

    @Scheduled(
            every = "${feverline.alert.lifecycle.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return alerts.markOverdue(config.arrivalLimit(), clock.instant())
                .invoke(count -> overdue.increment(count))
                .replaceWithVoid();
    }
}
