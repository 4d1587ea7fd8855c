package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.Outcome;
import io.feverline.alert.lifecycle.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do about an alert. */
@Schema(name = "NewAction", description = "What to do about an alert.")
public record NewActionJson(
        @Schema(
                required = true,
                enumeration = {
                    "acknowledge",
                    "refer",
                    "arrive",
                    "isolate",
                    "close",
                    "dismiss",
                    "reopen",
                    "assign",
                    "comment"
                })
        @Nullable
        String action,

        @Schema(description = "Why; needed to dismiss, to reopen and to comment. Names nobody.", maxLength = 1000)
        @Nullable
        String reason,

        @Schema(description = "When it happened; now when absent.", format = "date-time") @Nullable
        String occurredAt,

        @Schema(description = "The fever clinic; needed to refer.", maxLength = 200) @Nullable
        String clinic,

        @Schema(description = "Who is to see to it, by the subject of their token; needed to assign.", maxLength = 200)
        @Nullable
        String assignee,

        @Schema(
                description = "Needed to close.",
                enumeration = {"ruled-out", "other-illness", "suspected-case", "confirmed-case", "lost"})
        @Nullable
        String outcome) {
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 1_000;

    /** As far as clocks of office PCs differ. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    /**
     * The order that is meant.
     *
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    ActionOrder parsed(String actor, Instant now) {
        Action meant = word("action", Action.class, action, true);
        if (meant == null) {
            throw Problems.invalidMember("action", "缺失 / is missing");
        }
        return new ActionOrder(
                meant,
                actor,
                text("reason", reason, LONGEST_REASON, meant.needsReason()),
                time(now),
                text("clinic", clinic, LONGEST, meant == Action.REFER),
                text("assignee", assignee, LONGEST, meant == Action.ASSIGN),
                word("outcome", Outcome.class, outcome, meant == Action.CLOSE));
    }

    private Instant time(Instant now) {
        if (occurredAt == null) {
            return now;
        }
        try {
            Instant then = OffsetDateTime.parse(occurredAt).toInstant();
            if (!then.isAfter(now.plus(AHEAD))) {
                return then;
            }
        } catch (DateTimeException e) {
            // falls through to the answer below
        }
        throw Problems.invalidMember(
                "occurredAt", "须为带时区的 RFC 3339 时间，且不在未来 / is an RFC 3339 time with offset that is not to come");
    }

    private static @Nullable String text(String member, @Nullable String given, int longest, boolean needed) {
        if (given == null || given.isBlank()) {
            if (needed) {
                throw Problems.invalidMember(member, "此操作需要填写 / is needed for this");
            }
            return null;
        }
        if (given.length() > longest || given.indexOf('\0') >= 0) {
            throw Problems.invalidMember(member, "最多 " + longest + " 个字符 / has at most " + longest + " characters");
        }
        return given.strip();
    }

    private static <E extends Enum<E>> @Nullable E word(
            String member, Class<E> type, @Nullable String given, boolean needed) {
        if (given == null && !needed) {
            return null;
        }
        try {
            return Words.parse(type, given == null ? "" : given);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidMember(member, "缺失或取值无效 / is missing or has a value that is not known");
        }
    }
}
