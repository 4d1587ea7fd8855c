package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.postgres.NotificationStore.Listed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of notifications. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NotificationPage")
public record NotificationPageJson(
        @Schema(required = true, description = "Newest first.")
        List<NotificationJson> items,

        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable
        String next) {

    /** The page of those that were asked for with one more than {@code limit} to know whether there is a next. */
    static NotificationPageJson of(List<Listed> listed, int limit) {
        boolean more = listed.size() > limit;
        List<Listed> page = more ? listed.subList(0, limit) : listed;
        return new NotificationPageJson(
                page.stream().map(NotificationJson::of).toList(), more ? cursor(page.get(limit - 1)) : null);
    }

    private static String cursor(Listed last) {
        return Cursor.of(last.notification().createdAt(), last.notification().id());
    }
}
