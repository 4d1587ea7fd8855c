package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.keyregion.Arrival;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage of somebody who came from a key region.
 *
 * @param regionId by the list as of when they passed
 * @param travellerId absent when the vehicle came from there and the screening was anonymous
 * @param areaCode the checkpoint's
 * @param judgedAt later than the passage was stored, if a change of the list made it an arrival
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArrivalView(
        UUID readingId,
        Instant measuredAt,
        String regionId,
        @Nullable UUID travellerId,
        @Nullable UUID vehicleId,
        String checkpointId,
        String areaCode,
        @Nullable String destinationArea,
        Instant judgedAt) {
    static ArrivalView of(Arrival arrival) {
        return new ArrivalView(
                arrival.readingId(),
                arrival.measuredAt(),
                arrival.regionId(),
                arrival.travellerId(),
                arrival.vehicleId(),
                arrival.checkpointId(),
                arrival.areaCode(),
                arrival.destinationArea(),
                arrival.judgedAt());
    }
}
