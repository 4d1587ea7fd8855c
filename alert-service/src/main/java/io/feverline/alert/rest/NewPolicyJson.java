package io.feverline.alert.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A screening policy to adopt. */
@Schema(name = "NewPolicy", description = "A screening policy to adopt.")
public record NewPolicyJson(
        @Schema(
                required = true,
                format = "date-time",
                description = "Readings measured from then on are judged by it; at least a minute ahead.",
                examples = "2026-12-01T00:00:00+08:00")
        @Nullable
        String effectiveFrom,

        @Schema(
                required = true,
                description = "Why; kept with it.",
                examples = "县指挥部第 12 号令 / Order 12 of the county command")
        @Nullable
        String reason,

        @Schema(required = true) @Nullable PolicyDraftJson policy) {
    private static final int LONGEST_REASON = 1_000;

    /**
     * From when on it is in force.
     *
     * @param lead how long ahead it has to be adopted
     * @throws ProblemException 400
     */
    Instant parsedEffectiveFrom(Instant now, Duration lead) {
        Instant from = Members.time("effectiveFrom", effectiveFrom).truncatedTo(ChronoUnit.MILLIS);
        if (from.isBefore(now.plus(lead))) {
            throw Problems.invalidMember(
                    "effectiveFrom",
                    "须至少在 " + lead.toSeconds() + " 秒之后 / is at least " + lead.toSeconds() + " s ahead");
        }
        return from;
    }

    /** @throws ProblemException 400 */
    String parsedReason() {
        return Members.text("reason", reason, LONGEST_REASON);
    }
}
