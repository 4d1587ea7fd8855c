package io.feverline.alert.rule;

import org.jspecify.annotations.Nullable;

/**
 * A temperature as a device sent it.
 *
 * @param temperature m°C
 * @param bareSkin nothing was added yet; otherwise the device shows what it takes for the body's temperature
 * @param deviceOffset m°C by which this device's readings of bare skin are to be corrected
 * @param ambient m°C, when the device has a second sensor
 */
public record Measured(
        Site site,
        int temperature,
        boolean bareSkin,
        int deviceOffset,
        @Nullable Integer ambient) {}
