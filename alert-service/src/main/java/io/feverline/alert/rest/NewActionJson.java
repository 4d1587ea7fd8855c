package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.Outcome;
import java.time.Duration;
import java.time.Instant;
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

        @Schema(description = "The fever clinic; needed to refer, and for that alone.", maxLength = 200) @Nullable
        String clinic,

        @Schema(description = "Who is to see to it, by the subject of their token; needed to assign.", maxLength = 200)
        @Nullable
        String assignee,

        @Schema(
                description = "Needed to close, and for that alone.",
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
        Action meant = Members.word("action", Action.class, action);
        refuseOthers("clinic", clinic, meant == Action.REFER);
        refuseOthers("outcome", outcome, meant == Action.CLOSE);
        refuseOthers("assignee", assignee, meant != Action.COMMENT);
        return new ActionOrder(
                meant,
                actor,
                Members.text("reason", reason, LONGEST_REASON, meant.needsReason()),
                time(now),
                Members.text("clinic", clinic, LONGEST, meant == Action.REFER),
                Members.text("assignee", assignee, LONGEST, meant == Action.ASSIGN),
                outcome == null && meant != Action.CLOSE ? null : Members.word("outcome", Outcome.class, outcome));
    }

    /** What does not belong to it would be taken for a fact all the same: a remark that names a clinic refers nobody. */
    private static void refuseOthers(String member, @Nullable String given, boolean belongs) {
        if (given != null && !given.isBlank() && !belongs) {
            throw Problems.invalidMember(member, "不属于此操作 / does not belong to this action");
        }
    }

    private Instant time(Instant now) {
        Instant then = occurredAt == null ? now : Members.time("occurredAt", occurredAt);
        if (then.isAfter(now.plus(AHEAD))) {
            throw Problems.invalidMember("occurredAt", "不能在未来 / is not to come");
        }
        return then;
    }
}
