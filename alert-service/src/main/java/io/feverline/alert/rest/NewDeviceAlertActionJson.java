package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.DeviceAlert.Action;
import io.feverline.alert.postgres.DeviceAlerts.Order;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do about a device alert. */
@Schema(name = "NewDeviceAlertAction", description = "What to do about a device alert.")
public record NewDeviceAlertActionJson(
        @Schema(
                required = true,
                enumeration = {"acknowledge", "comment", "close"})
        @Nullable
        String action,

        @Schema(description = "In one's own words; needed to comment. Names nobody.", maxLength = 1000) @Nullable
        String note) {
    private static final int LONGEST = 1_000;

    /**
     * The order that is meant.
     *
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    Order parsed(String actor, Instant now) {
        Action meant = Members.word("action", Action.class, action);
        return new Order(meant, actor, Members.text("note", note, LONGEST, meant == Action.COMMENT), now);
    }
}
