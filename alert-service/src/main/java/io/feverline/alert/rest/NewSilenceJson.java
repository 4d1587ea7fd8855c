package io.feverline.alert.rest;

import io.feverline.alert.notify.Silence;
import io.feverline.events.access.AreaScope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
    private static final int LONGEST = 200;

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
        if (checkpointId != null && (checkpointId.isBlank() || checkpointId.length() > LONGEST)) {
            throw Problems.invalidMember(
                    "checkpointId", "最多 " + LONGEST + " 个字符 / has at most " + LONGEST + " characters");
        }
        Instant begins = from == null ? now : time("from", from);
        Instant ends = time("until", until);
        if (!ends.isAfter(begins) || !ends.isAfter(now) || ends.isAfter(begins.plus(longest))) {
            throw Problems.invalidMember(
                    "until",
                    "须在开始与现在之后，且不超过 " + longest.toHours() + " 小时 / is after from and now, by at most "
                            + longest.toHours() + " h");
        }
        return new Silence(id, area, checkpointId, begins, ends, reason(reason), by, now, null);
    }

    static String reason(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > 1_000 || given.indexOf('\0') >= 0) {
            throw Problems.invalidMember("reason", "须说明理由，最多 1000 字 / says why, in at most 1000 characters");
        }
        return given.strip();
    }

    private static Instant time(String member, @Nullable String given) {
        try {
            return OffsetDateTime.parse(given == null ? "" : given).toInstant();
        } catch (DateTimeException e) {
            throw Problems.invalidMember(member, "须为带时区的 RFC 3339 时间 / is an RFC 3339 time with offset");
        }
    }
}
