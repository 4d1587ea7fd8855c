package io.feverline.alert.kafka;

import io.feverline.alert.lifecycle.ReadingTakenIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** How long a live fever takes from the door to the alert database. */
@ApplicationScoped
public class AlertMeters {
    private final Timer latency;
    private final InstantSource clock = InstantSource.system();

    AlertMeters(MeterRegistry registry) {
        latency = Timer.builder("feverline.alert.latency")
                .description("From a reading's arrival at the door to its alert change being stored; live ones only")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(registry);
    }

    void stored(List<ReadingTakenIn> changes) {
        Instant now = clock.instant();
        for (ReadingTakenIn change : changes) {
            if (!change.historic()) {
                latency.record(Duration.between(change.reading().receivedAt(), now));
            }
        }
    }
}
