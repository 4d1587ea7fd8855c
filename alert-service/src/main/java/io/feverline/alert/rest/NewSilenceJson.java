package io.feverline.alert.rest;

import io.feverline.alert.notify.Silence;
import io.feverline.events.access.AreaScope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A silence to begin. */
@Schema(name = "NewSilence", description = "What nobody is to be told for a while.")
public record NewSilenceJson(
        @Schema(description = "What lies in it; the caller's area when absent.", examples = "360322101") @Nullable
        String areaCode,

        @Schema(description = "This checkpoint of it only.", maxLength = 200) @Nullable
        String checkpointId,

        @Schema(description = "Now when absent.", format = "date-time") @Nullable
        String from,

        @Schema(required = true, description = "At most seven days after from.", format = "date-time") @Nullable
        String until,

        @Schema(required = true, description = "Why. Names nobody.", maxLength = 1000) @Nullable
        String reason) {
    static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_ID = 200;

    /**
     * The silence that is meant.
     *
     * @param scope the caller's
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    Silence parsed(UUID id, AreaScope scope, String by, Instant now, Duration longest) {
        AreaScope area = areaCode == null ? scope : AreaScope.of(areaCode);
        if (area.equals(AreaScope.NOTHING) || !scope.includes(area.prefix())) {
            throw Problems.invalidMember("areaCode", "须在您的辖区内 / is in your area");
        }
        String checkpoint = Members.optionalText("checkpointId", checkpointId, LONGEST_ID);
        Instant begins = from == null ? now : Members.time("from", from);
        Instant ends = Members.time("until", until);
        if (!ends.isAfter(begins) || !ends.isAfter(now) || ends.isAfter(begins.plus(longest))) {
            throw Problems.invalidMember(
                    "until",
                    "须在开始与现在之后，且不超过 " + longest.toHours() + " 小时 / is after from and now, by at most "
                            + longest.toHours() + " h");
        }
        return new Silence(
                id, area, checkpoint, begins, ends, Members.text("reason", reason, LONGEST_REASON), by, now, null);
    }
}
