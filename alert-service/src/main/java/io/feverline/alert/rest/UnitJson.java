package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.roster.Unit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A unit as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Unit", description = "People who have to know of alerts.")
public record UnitJson(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "上栗镇防控组") String name,

        @Schema(
                required = true,
                enumeration = {"checkpoint", "township", "county"})
        String level,

        @Schema(required = true, description = "Where it is answerable.", examples = "360322101")
        String areaCode,

        @Schema(description = "The only one that it is answerable for.") @Nullable
        String checkpointId) {

    static UnitJson of(Unit unit) {
        return new UnitJson(unit.id(), unit.name(), Words.of(unit.level()), unit.areaCode(), unit.checkpointId());
    }
}
