package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.TakenReading;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert with the readings of its episode: the alert's own members, and {@code episodeReadings}. */
@Schema(name = "AlertDetail", description = "An alert with the readings of its episode.")
public record AlertDetailJson(
        @Schema(required = true) @JsonUnwrapped AlertJson alert,

        @Schema(required = true, description = "In the order they were measured.")
        List<ReadingJson> episodeReadings) {

    static AlertDetailJson of(Alert alert, List<TakenReading> readings) {
        return new AlertDetailJson(
                AlertJson.of(alert), readings.stream().map(ReadingJson::of).toList());
    }
}
