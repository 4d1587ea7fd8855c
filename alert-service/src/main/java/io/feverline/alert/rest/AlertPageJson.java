package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Alert;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of alerts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AlertPage")
public record AlertPageJson(
        @Schema(required = true) List<AlertJson> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {

    /**
     * The page of {@code alerts}, which were asked for with one more than {@code limit} to know whether there is a
     * next.
     */
    static AlertPageJson of(List<Alert> alerts, int limit) {
        boolean more = alerts.size() > limit;
        List<Alert> page = more ? alerts.subList(0, limit) : alerts;
        return new AlertPageJson(
                page.stream().map(AlertJson::of).toList(), more ? Cursor.of(page.get(limit - 1)) : null);
    }
}
