package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.checkpoint.Checkpoint;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint.
 *
 * @param direction whether who passes comes into the county that it is in, or leaves it
 * @param latitude WGS 84, degrees north; absent when it is not known
 * @param longitude degrees east
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckpointView(
        String id,
        String name,
        String kind,
        String areaCode,
        String direction,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        long version) {
    static CheckpointView of(Checkpoint checkpoint) {
        return new CheckpointView(
                checkpoint.id(),
                checkpoint.name(),
                Names.of(checkpoint.kind()),
                checkpoint.areaCode(),
                Names.of(checkpoint.direction()),
                Degrees.latitude(checkpoint.position()),
                Degrees.longitude(checkpoint.position()),
                checkpoint.version());
    }
}
