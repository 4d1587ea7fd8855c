package io.feverline.alert.device;

import io.feverline.alert.rule.DeviceLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What might be seen of devices. */
final class Devices {
    static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");

    static final DeviceLimits LIMITS = DeviceLimits.DEFAULT;

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** If nobody is heard for longer, nobody was listened to. */
    static final Duration UNHEARD = Duration.ofMinutes(2);

    private Devices() {}

    static Instant minutes(long afterEight) {
        return EIGHT.plus(Duration.ofMinutes(afterEight));
    }

    /** Live readings of one moment, m°C. */
    static Seen reading(String deviceId, Instant at, int... temperatures) {
        return new Seen(
                deviceId,
                at,
                at,
                at,
                null,
                null,
                -300L,
                Map.of(at.truncatedTo(ChronoUnit.MINUTES), slot(temperatures)));
    }

    /** A sign of life. */
    static Seen heartbeat(String deviceId, Instant at, String bootId, long clockAhead) {
        return new Seen(deviceId, at, at, null, bootId, clockAhead, null, Map.of());
    }

    static Slot slot(int... temperatures) {
        var steps = new TreeMap<Integer, Integer>();
        for (int temperature : temperatures) {
            steps.merge(Temperatures.stepOf(temperature), 1, Integer::sum);
        }
        return new Slot(
                temperatures.length,
                0,
                IntStream.of(temperatures).min().orElse(Slot.EMPTY.lowest()),
                IntStream.of(temperatures).max().orElse(Slot.EMPTY.highest()),
                new Temperatures(steps));
    }

    /** So many people around a median, from 0.8 °C below to 0.8 above. */
    static int[] people(int count, int median) {
        return IntStream.range(0, count)
                .map(i -> median + (i % 2 == 0 ? 1 : -1) * (i % 17) * 50)
                .toArray();
    }

    static int[] same(int count, int temperature) {
        return IntStream.range(0, count).map(i -> temperature).toArray();
    }

    /** As registered, at a checkpoint. */
    static Registration registration(String deviceId) {
        return new Registration(deviceId, "exit", "360322101", false, null, 0);
    }
}
