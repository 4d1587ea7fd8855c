package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.DeviceAlert;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of device alerts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeviceAlertPage")
public record DeviceAlertPageJson(
        @Schema(required = true) List<DeviceAlertJson> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {

    /**
     * The page of {@code alerts}, which were asked for with one more than {@code limit} to know whether there is a
     * next.
     */
    static DeviceAlertPageJson of(List<DeviceAlert> alerts, int limit) {
        boolean more = alerts.size() > limit;
        List<DeviceAlert> page = more ? alerts.subList(0, limit) : alerts;
        DeviceAlert last = more ? page.get(limit - 1) : null;
        return new DeviceAlertPageJson(
                page.stream().map(DeviceAlertJson::of).toList(),
                last == null ? null : Cursor.of(last.found().since(), last.id()));
    }
}
