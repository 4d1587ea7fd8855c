package io.feverline.registry.rest;

import io.feverline.registry.checkpoint.Checkpoint;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint to register.
 *
 * @param direction whether who passes comes into the county that it is in or leaves it; both when absent
 * @param latitude WGS 84, degrees north; with the longitude, or neither
 * @param longitude degrees east
 */
public record NewCheckpoint(
        @NotNull @Pattern(regexp = Shapes.ID) String id,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = Shapes.CHECKPOINT_KIND) String kind,
        @NotNull @Pattern(regexp = Shapes.AREA_CODE) String areaCode,
        @Pattern(regexp = Shapes.DIRECTION) @Nullable String direction,

        @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 6) @Nullable
        BigDecimal latitude,

        @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 6) @Nullable
        BigDecimal longitude) {
    @AssertTrue(message = Degrees.TOGETHER)
    @Schema(hidden = true)
    boolean isPosition() {
        return Degrees.together(latitude, longitude);
    }

    /** The same in the domain's words. */
    public Checkpoint toCheckpoint() {
        return new CheckpointChange(name, kind, areaCode, direction, latitude, longitude).of(id);
    }
}
