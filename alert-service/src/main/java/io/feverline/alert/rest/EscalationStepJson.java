package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.EscalationStep;
import io.feverline.alert.lifecycle.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step that an alert was taken up, with who had to know. */
@Schema(name = "EscalationStep", description = "A step up, as nobody acknowledged the alert in time.")
public record EscalationStepJson(
        @Schema(
                required = true,
                description = "Who has to know from then on.",
                enumeration = {"township", "county"})
        String level,

        @Schema(required = true) Instant takenAt,

        @Schema(required = true, description = "The units of that level which were answerable; none when nobody was.")
        List<ToldUnitJson> units) {

    /** A unit as it was then. */
    @Schema(name = "ToldUnit", description = "A unit as it was then.")
    public record ToldUnitJson(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name,

            @Schema(required = true, description = "By the subjects of their tokens.")
            List<String> onDuty) {}

    static EscalationStepJson of(EscalationStep step) {
        return new EscalationStepJson(
                Words.of(step.level()),
                step.takenAt(),
                step.units().stream()
                        .map(unit -> new ToldUnitJson(unit.unit(), unit.name(), unit.onDuty()))
                        .toList());
    }
}
