package io.feverline.alert.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.LongStream;

/**
 * How long a live change takes from its reading's arrival at the door. There from the start: no first one is missed.
 */
@Startup
@ApplicationScoped
public class AlertLatency {
    private static final Duration[] BUCKETS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Timer stored;
    private final Timer told;
    private final InstantSource clock = InstantSource.system();

    AlertLatency(MeterRegistry registry) {
        stored = timer("stored", registry);
        told = timer("told", registry);
    }

    private static Timer timer(String until, MeterRegistry registry) {
        return Timer.builder("feverline.alert.latency")
                .description(
                        "From a reading's arrival at the door until its change was stored, or told to a subscriber")
                .tag("until", until)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** The change of a reading was stored now. */
    public void stored(Instant receivedAt) {
        stored.record(Duration.between(receivedAt, clock.instant()));
    }

    /** The change of a reading was handed to one subscriber's connection now. */
    public void told(Instant receivedAt) {
        told.record(Duration.between(receivedAt, clock.instant()));
    }
}
