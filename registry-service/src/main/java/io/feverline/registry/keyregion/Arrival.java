package io.feverline.registry.keyregion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage of somebody who came from a key region, by the list as of when they passed. Who comes from two regions
 * arrives from each.
 *
 * @param travellerId null when the vehicle came from there and the screening was anonymous
 * @param areaCode the checkpoint's
 * @param destinationArea where the traveller goes to
 */
public record Arrival(
        UUID readingId,
        Instant measuredAt,
        String regionId,
        @Nullable UUID travellerId,
        @Nullable UUID vehicleId,
        String checkpointId,
        String areaCode,
        @Nullable String destinationArea,
        Instant judgedAt) {}
