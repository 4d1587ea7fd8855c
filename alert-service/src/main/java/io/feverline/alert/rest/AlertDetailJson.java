package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.feverline.alert.lifecycle.ActionTaken;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.EscalationStep;
import io.feverline.alert.lifecycle.TakenReading;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert with the readings of its episode and what people did: the alert's own members, and these. */
@Schema(name = "AlertDetail", description = "An alert with its episode's readings and what people did about it.")
public record AlertDetailJson(
        @Schema(required = true) @JsonUnwrapped AlertJson alert,

        @Schema(required = true, description = "In the order they were measured.")
        List<ReadingJson> episodeReadings,

        @Schema(required = true, description = "What people did about it, the first first.")
        List<ActionJson> actions,

        @Schema(required = true, description = "The steps it was taken up as nobody acknowledged it, the first first.")
        List<EscalationStepJson> escalations) {

    static AlertDetailJson of(
            Alert alert, List<TakenReading> readings, List<ActionTaken> actions, List<EscalationStep> escalations) {
        return new AlertDetailJson(
                AlertJson.of(alert),
                readings.stream().map(ReadingJson::of).toList(),
                actions.stream().map(ActionJson::of).toList(),
                escalations.stream().map(EscalationStepJson::of).toList());
    }
}
