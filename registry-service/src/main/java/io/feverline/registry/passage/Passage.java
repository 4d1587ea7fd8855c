package io.feverline.registry.passage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading, as it is kept.
 *
 * @param measuredAt by the device's clock
 * @param receivedAt by the door's clock
 * @param recheckOf the reading that this one rechecks
 * @param traveller null when the screening was anonymous
 * @param vehicle null when the traveller was on foot, or the vehicle not recorded
 */
public record Passage(
        UUID readingId,
        Instant measuredAt,
        Instant receivedAt,
        Place place,
        Measurement measurement,
        @Nullable UUID recheckOf,
        @Nullable TravellerSighting traveller,
        @Nullable VehicleSighting vehicle) {}
