package io.feverline.registry.rest;

import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.CheckpointKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A checkpoint to register. */
public record NewCheckpoint(
        @NotNull @Pattern(regexp = Shapes.ID) String id,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = Shapes.CHECKPOINT_KIND) String kind,
        @NotNull @Pattern(regexp = Shapes.AREA_CODE) String areaCode) {
    Checkpoint toCheckpoint() {
        return new Checkpoint(id, name, Names.parse(CheckpointKind.class, kind), areaCode);
    }
}
