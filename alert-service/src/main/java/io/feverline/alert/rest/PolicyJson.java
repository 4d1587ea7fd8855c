package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.alert.rule.ScreeningPolicy;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A screening policy as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Policy", description = "A version of the screening policy; it is never changed.")
public record PolicyJson(
        @Schema(required = true, description = "The name that verdicts carry.", examples = "county-3")
        String version,

        @Schema(
                description =
                        "Readings measured from then on are judged by it; absent for the default, which is there from the start.")
        @Nullable
        Instant effectiveFrom,

        @Schema(required = true) PolicyDraftJson policy,

        @Schema(description = "Absent for the default.") @Nullable
        String reason,

        @Schema(description = "The subject of whoever adopted it; absent for the default.") @Nullable
        String adoptedBy,

        @Schema(description = "Absent for the default.") @Nullable
        Instant adoptedAt) {

    static PolicyJson of(AdoptedPolicy adopted) {
        ScreeningPolicy policy = adopted.policy();
        return new PolicyJson(
                policy.version(),
                policy.effectiveFrom(),
                PolicyDraftJson.of(policy),
                adopted.reason(),
                adopted.adoptedBy(),
                adopted.adoptedAt());
    }

    static PolicyJson ofDefault() {
        return new PolicyJson(
                ScreeningPolicy.DEFAULT.version(), null, PolicyDraftJson.of(ScreeningPolicy.DEFAULT), null, null, null);
    }
}
