package io.feverline.alert.duty;

import io.feverline.alert.config.EscalationConfig;
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

/** Takes an alert that nobody acknowledges a level up. What is due when is in the database, so a restart loses no step and repeats none. */
@ApplicationScoped
public class EscalationWatch {
    private static final Logger LOG = Logger.getLogger(EscalationWatch.class);

    private final ActionWriter alerts;
    private final EscalationConfig config;
    private final InstantSource clock;
    private final Counter escalations;
    private Cancellable loop = () -> {};

    EscalationWatch(ActionWriter alerts, EscalationConfig config, InstantSource clock, MeterRegistry registry) {
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
        this.escalations = Counter.builder("feverline.escalations")
                .description("Steps that alerts were taken up because nobody acknowledged them in time")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        loop = round().onItem()
                .delayIt()
                .by(config.checkEvery())
                .repeat()
                .indefinitely()
                .subscribe()
                .with(done -> {}, e -> LOG.error("nothing is escalated any more", e));
    }

    void stop(@Observes ShutdownEvent event) {
        loop.cancel();
    }

    private Uni<Integer> round() {
        return Uni.createFrom()
                .deferred(() -> alerts.escalate(clock.instant(), config.countyAfter()))
                .invoke(count -> escalations.increment(count))
                .onFailure()
                .invoke(e -> LOG.warn("what is due could not be escalated, and it is tried again", e))
                .onFailure()
                .recoverWithItem(0);
    }
}
