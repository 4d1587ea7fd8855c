package io.feverline.alert.rest;

import io.feverline.alert.device.CheckpointStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How checkpoints stand. */
@Schema(name = "CheckpointStatusList")
public record CheckpointStatusListJson(
        @Schema(required = true, description = "In the order of their ids.")
        List<CheckpointStatusJson> items) {

    static CheckpointStatusListJson of(List<CheckpointStatus> statuses) {
        return new CheckpointStatusListJson(
                statuses.stream().map(CheckpointStatusJson::of).toList());
    }
}
