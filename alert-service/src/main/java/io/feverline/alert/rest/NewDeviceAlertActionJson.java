package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.DeviceAlert.Action;
import io.feverline.alert.lifecycle.Words;
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
        Action meant = meant();
        String words = note == null || note.isBlank() ? null : note.strip();
        if (words == null && meant == Action.COMMENT) {
            throw Problems.invalidMember("note", "此操作需要填写 / is needed for this");
        }
        if (words != null && (words.length() > LONGEST || words.indexOf('\0') >= 0)) {
            throw Problems.invalidMember("note", "最多 " + LONGEST + " 个字符 / has at most " + LONGEST + " characters");
        }
        return new Order(meant, actor, words, now);
    }

    private Action meant() {
        try {
            return Words.parse(Action.class, action == null ? "" : action);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidMember("action", "缺失或取值无效 / is missing or has a value that is not known");
        }
    }
}
