package io.feverline.registry.passage;

import org.jspecify.annotations.Nullable;

/**
 * What was measured; temperatures in m°C, enumerations by the names of the contract.
 *
 * @param clockAhead the device's clock ran ahead
 */
public record Measurement(
        String lane,
        boolean clockAhead,
        int temperature,
        String mode,
        String site,
        int deviceOffset,
        @Nullable Integer ambient) {}
