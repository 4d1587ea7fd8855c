package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.passage.Measurement;
import io.feverline.registry.passage.PastPassage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage; temperatures in °C.
 *
 * @param temperature as measured
 * @param deviceOffset to be added when the mode is surface
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PassageView(
        UUID readingId,
        Instant measuredAt,
        Instant receivedAt,
        String deviceId,
        String checkpointId,
        String areaCode,
        String lane,
        boolean clockAhead,
        double temperature,
        String mode,
        String site,
        double deviceOffset,
        @Nullable Double ambient,
        @Nullable UUID recheckOf,
        @Nullable UUID travellerId,
        @Nullable String originArea,
        @Nullable String destinationArea,
        @Nullable UUID vehicleId,
        @Nullable String trip,
        @Nullable String seat) {
    static PassageView of(PastPassage passage) {
        Measurement measurement = passage.measurement();
        Integer ambient = measurement.ambient();
        return new PassageView(
                passage.readingId(),
                passage.measuredAt(),
                passage.receivedAt(),
                passage.place().deviceId(),
                passage.place().checkpointId(),
                passage.place().areaCode(),
                Names.of(measurement.lane()),
                measurement.clockAhead(),
                measurement.temperature() / 1000.0,
                Names.of(measurement.mode()),
                Names.of(measurement.site()),
                measurement.deviceOffset() / 1000.0,
                ambient == null ? null : ambient / 1000.0,
                passage.recheckOf(),
                passage.travellerId(),
                passage.trip().originArea(),
                passage.trip().destinationArea(),
                passage.vehicleId(),
                passage.trip().trip(),
                passage.trip().seat());
    }
}
