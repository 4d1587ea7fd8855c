package io.feverline.alert.rule;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * From when on something is wrong with a device. What is found ends at a lower limit, so that a device at the limit
 * does not come and go.
 *
 * @param silence at least so long is no silence, whatever the device's rhythm
 * @param usualPauses and so many of its usual pauses neither
 * @param bootGrace nor so long after it began another run
 * @param sameReadings so many of one value are a stuck one
 * @param medianOf so many readings have a median
 * @param deviationOf and so many a standard deviation
 * @param deviation m°C; a lower standard deviation is none of people
 * @param drift m°C by which a device differs from its neighbours
 * @param ownDrift m°C by which one without enough neighbours differs from what it showed before
 * @param missing so many readings are a gap
 * @param missingFor when they have not arrived for so long: a backlog closes gaps
 * @param clock a clock that is off by more is off
 */
public record DeviceLimits(
        Duration silence,
        int usualPauses,
        Duration bootGrace,
        int sameReadings,
        int medianOf,
        int deviationOf,
        int deviation,
        int drift,
        int ownDrift,
        int missing,
        Duration missingFor,
        Duration clock) {

    /**
     * Silent after five heartbeats of a minute; stuck after what people, measured in steps of 0.1 °C, show one in 10¹³
     * times; off by what makes a reading late. The module's README has where the other figures come from.
     */
    public static final DeviceLimits DEFAULT = new DeviceLimits(
            Duration.ofMinutes(5),
            3,
            Duration.ofMinutes(10),
            20,
            20,
            50,
            100,
            1_000,
            1_500,
            10,
            Duration.ofMinutes(30),
            Duration.ofMinutes(2));

    public DeviceLimits {
        boolean counts = IntStream.of(usualPauses, medianOf, deviation, drift, ownDrift, missing)
                        .allMatch(figure -> figure > 0)
                && sameReadings > 1
                && deviationOf > 1;
        boolean lasts = Stream.of(silence, clock).noneMatch(Duration::isZero)
                && Stream.of(silence, bootGrace, missingFor, clock).noneMatch(Duration::isNegative);
        if (!counts || !lasts) {
            throw new IllegalArgumentException("a limit that anything, or nothing, is beyond");
        }
    }

    /** If nobody is heard for longer, nobody was listened to. */
    public Duration unheard() {
        return silence.dividedBy(2);
    }
}
