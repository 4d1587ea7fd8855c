package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.journey.OverdueExit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who came into a county to go on to another, and has not been seen to leave.
 *
 * @param readingId the entry's, the latest
 * @param leaveBy when it became overdue
 * @param travellerId absent when the screening was anonymous
 * @param vehicleId absent when there was none
 * @param areaCode the checkpoint's
 * @param destinationArea absent when nobody said it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverdueExitView(
        UUID readingId,
        Instant enteredAt,
        Instant leaveBy,
        @Nullable UUID travellerId,
        @Nullable UUID vehicleId,
        String checkpointId,
        String checkpointName,
        String areaCode,
        @Nullable String destinationArea) {
    static OverdueExitView of(OverdueExit exit) {
        return new OverdueExitView(
                exit.readingId(),
                exit.enteredAt(),
                exit.leaveBy(),
                exit.travellerId(),
                exit.vehicleId(),
                exit.checkpointId(),
                exit.checkpointName(),
                exit.areaCode(),
                exit.destinationArea());
    }
}
