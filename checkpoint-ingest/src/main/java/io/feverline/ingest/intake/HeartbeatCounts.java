package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The counters of heartbeats, made once. */
@Singleton
public class HeartbeatCounts {
    private final Counter accepted;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);

    public HeartbeatCounts(MeterRegistry registry) {
        accepted = Counter.builder("feverline.heartbeats.accepted")
                .description("Heartbeats that the brokers have acknowledged")
                .register(registry);
        for (Reason reason : Reason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("feverline.heartbeats.rejected")
                            .description("Heartbeats turned away")
                            .tag("reason", reason.slug())
                            .register(registry));
        }
    }

    void accepted() {
        accepted.increment();
    }

    void rejected(Reason reason) {
        Objects.requireNonNull(rejected.get(reason)).increment();
    }
}
