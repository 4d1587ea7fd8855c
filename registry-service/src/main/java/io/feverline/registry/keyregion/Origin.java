package io.feverline.registry.keyregion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage as far as it tells where somebody came from.
 *
 * @param areaCode the checkpoint's
 * @param travellerToken null when the screening was anonymous
 * @param platePrefix what can be read of the vehicle's plate
 */
public record Origin(
        UUID readingId,
        Instant measuredAt,
        String checkpointId,
        String areaCode,
        @Nullable String travellerToken,
        @Nullable String originArea,
        @Nullable String destinationArea,
        @Nullable String vehicleToken,
        @Nullable String platePrefix) {}
