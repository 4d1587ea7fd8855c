package io.feverline.alert.device;

import java.time.Duration;
import java.time.ZoneId;

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
 * @param missingFor when they have not arrived for so long
 * @param clock a clock that is off by more is off
 * @param zone whose calendar a calibration is due by
 */
public record Limits(
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
        Duration clock,
        ZoneId zone) {}
