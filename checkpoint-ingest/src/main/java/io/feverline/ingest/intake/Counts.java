package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Lane;
import io.feverline.ingest.reading.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** The door's counters, made once so that counting costs nothing. */
@Singleton
public class Counts {
    private final Map<Lane, Counter> accepted = new EnumMap<>(Lane.class);
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);
    private final Counter unauthorised;
    private final Counter slowed;
    private final Counter unacknowledged;
    private final Counter starting;

    public Counts(MeterRegistry registry) {
        for (Lane lane : Lane.values()) {
            accepted.put(
                    lane,
                    Counter.builder("feverline.readings.accepted")
                            .description("Readings that the brokers have acknowledged")
                            .tag("lane", lane.name().toLowerCase(java.util.Locale.ROOT))
                            .register(registry));
        }
        for (Reason reason : Reason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("feverline.readings.rejected")
                            .description("Readings, or bodies as a whole, turned away")
                            .tag("reason", reason.slug())
                            .register(registry));
        }
        unauthorised = Counter.builder("feverline.requests.unauthorised")
                .description("Requests without a live device key")
                .register(registry);
        slowed = Counter.builder("feverline.requests.slowed")
                .description("Requests of those without a live device key that were answered 429")
                .register(registry);
        unacknowledged = Counter.builder("feverline.requests.unacknowledged")
                .description("Requests answered 503 because the brokers had not acknowledged")
                .register(registry);
        starting = Counter.builder("feverline.requests.starting")
                .description("Requests without a known key answered 503 because not all devices had been read")
                .register(registry);
    }

    void accepted(Lane lane, int count) {
        counter(accepted, lane).increment(count);
    }

    /** A reading, or a body as a whole, was turned away. */
    public void rejected(Reason reason) {
        counter(rejected, reason).increment();
    }

    /** A request came without a live key. */
    public void unauthorised() {
        unauthorised.increment();
    }

    /** A request without a live key came from where too many have come from. */
    public void slowed() {
        slowed.increment();
    }

    /** A request was answered "unknown, send again". */
    public void unacknowledged() {
        unacknowledged.increment();
    }

    /** A request came without a known key before all devices had been read. */
    public void starting() {
        starting.increment();
    }

    private static <K> Counter counter(Map<K, Counter> counters, K key) {
        return java.util.Objects.requireNonNull(counters.get(key));
    }
}
