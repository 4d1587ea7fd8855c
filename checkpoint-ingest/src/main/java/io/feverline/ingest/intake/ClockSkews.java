package io.feverline.ingest.intake;

import io.feverline.ingest.heartbeat.ClockFilter;
import io.feverline.ingest.heartbeat.ClockSkew;
import io.feverline.ingest.heartbeat.Heartbeat;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far each device's clock is off. It is kept in memory, of the devices that were heard last: an instance that
 * starts anew, or has not met a device yet, begins with its next heartbeat, and instances know nothing of each other's.
 */
@Singleton
public class ClockSkews {
    /** About 10 MB; a province has fewer gates. */
    private static final int MOST_DEVICES = 50_000;

    private final Map<String, ClockFilter> filters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ClockFilter> eldest) {
            return size() > MOST_DEVICES;
        }
    };

    ClockSkews(MeterRegistry metrics) {
        Gauge.builder("feverline.clock.skews", this, ClockSkews::size)
                .description("Devices whose clock's error is estimated")
                .register(metrics);
    }

    private synchronized int size() {
        return filters.size();
    }

    /** What is known of the device's clock with this heartbeat. */
    synchronized ClockSkew with(Heartbeat heartbeat) {
        return filters.computeIfAbsent(heartbeat.origin().deviceId(), id -> new ClockFilter())
                .add(heartbeat);
    }
}
