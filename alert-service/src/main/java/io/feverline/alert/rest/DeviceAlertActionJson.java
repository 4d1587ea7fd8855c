package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.DeviceAlertAction;
import io.feverline.alert.lifecycle.Words;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody did about a device alert. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeviceAlertAction", description = "What somebody did about a device alert.")
public record DeviceAlertActionJson(
        @Schema(required = true) String action,
        @Schema(required = true) String stateBefore,
        @Schema(required = true) String stateAfter,

        @Schema(required = true, description = "The subject of their token.")
        String actor,

        @Nullable String note,
        @Schema(required = true) Instant recordedAt) {

    static DeviceAlertActionJson of(DeviceAlertAction taken) {
        return new DeviceAlertActionJson(
                Words.of(taken.action()),
                Words.of(taken.before()),
                Words.of(taken.after()),
                taken.actor(),
                taken.note(),
                taken.recordedAt());
    }
}
