package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.DeviceAlertAction;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A device alert and what people did about it. */
@Schema(name = "DeviceAlertDetail", description = "A device alert and what people did about it.")
public record DeviceAlertDetailJson(
        @Schema(required = true) @JsonUnwrapped DeviceAlertJson alert,

        @Schema(required = true, description = "What people did about it, the first first.")
        List<DeviceAlertActionJson> actions) {

    static DeviceAlertDetailJson of(DeviceAlert alert, List<DeviceAlertAction> actions) {
        return new DeviceAlertDetailJson(
                DeviceAlertJson.of(alert),
                actions.stream().map(DeviceAlertActionJson::of).toList());
    }
}
