package io.feverline.registry.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a vehicle, who came into a county to go on to another, and has not been seen to leave it.
 *
 * @param enteredAt by the latest entry
 * @param leaveBy when it became overdue
 * @param checkpointName as it is registered now
 * @param areaCode the checkpoint's
 * @param destinationArea as stated at the entry; null if it was not
 */
public record OverdueExit(
        UUID readingId,
        Instant enteredAt,
        Instant leaveBy,
        @Nullable UUID travellerId,
        @Nullable UUID vehicleId,
        String checkpointId,
        String checkpointName,
        String areaCode,
        @Nullable String destinationArea) {}
