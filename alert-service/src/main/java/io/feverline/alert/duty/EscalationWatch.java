package io.feverline.alert.duty;

import io.feverline.alert.config.EscalationConfig;
import io.feverline.alert.postgres.ActionWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/**
 * Takes an alert that nobody acknowledges a level up. What is due when is in the database, so a restart loses no step
 * and repeats none.
 */
@ApplicationScoped
public class EscalationWatch {
    private final ActionWriter alerts;
    private final EscalationConfig config;
    private final InstantSource clock;
    private final Counter escalations;
    private final Counter withoutUnit;

    EscalationWatch(ActionWriter alerts, EscalationConfig config, InstantSource clock, MeterRegistry registry) {
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
        this.escalations = Counter.builder("feverline.escalations")
                .description("Steps that alerts were taken up because nobody acknowledged them in time")
                .register(registry);
        this.withoutUnit = Counter.builder("feverline.escalations.without.unit")
                .description("Steps of which no unit had to know, as none of that level is answerable for the place")
                .register(registry);
    }

    @Scheduled(
            every = "${feverline.alert.escalation.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return alerts.escalate(clock.instant(), config.countyAfter())
                .invoke(escalated -> {
                    escalations.increment(escalated.steps());
                    withoutUnit.increment(escalated.withoutUnit());
                })
                .replaceWithVoid();
    }
}
