package io.feverline.alert.courier;

import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.notify.Message;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What becomes of messages, and how long the one has waited that has waited longest. */
@ApplicationScoped
class CourierMeters {
    private static final String NAME = "feverline.notifications";

    private final MeterRegistry registry;
    private final Counter silenced;
    private volatile double oldestSeconds;

    CourierMeters(MeterRegistry registry) {
        this.registry = registry;
        this.silenced = Counter.builder("feverline.notifications.silenced")
                .description("Notifications that were not sent because of a silence")
                .register(registry);
        Gauge.builder("feverline.notifications.oldest", () -> oldestSeconds)
                .baseUnit("seconds")
                .description("How long what is to be told has waited that has waited longest")
                .register(registry);
    }

    enum Outcome {
        DELIVERED,
        RETRIED,
        DEAD
    }

    void count(Message message, Outcome outcome) {
        Counter.builder(NAME)
                .description("Attempts to deliver messages, by what became of them")
                .tag("kind", Words.of(message.channel().kind()))
                .tag("outcome", Words.of(outcome))
                .register(registry)
                .increment();
    }

    void silenced(int count) {
        silenced.increment(count);
    }

    void oldest(Duration age) {
        oldestSeconds = age.toMillis() / 1_000.0;
    }
}
