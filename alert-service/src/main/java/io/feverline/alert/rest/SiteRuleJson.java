package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.rule.Operator;
import io.feverline.alert.rule.SiteRule;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rule of one measuring site as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SiteRule", description = "What one measuring site's readings mean; temperatures in °C.")
public record SiteRuleJson(
        @Schema(
                required = true,
                description = "How the threshold is meant: > or ≥.",
                enumeration = {"above", "at-or-above"})
        @Nullable
        String operator,

        @Schema(required = true, minimum = "35", maximum = "42", examples = "37.3") @Nullable
        BigDecimal threshold,

        @Schema(description = "Added to bare skin; 0 when absent.", minimum = "0", maximum = "5", examples = "1.6")
        @Nullable
        BigDecimal skinOffset,

        @Schema(description = "As judged; under it a reading says nothing about the person.", examples = "35.0")
        @Nullable
        BigDecimal coldUnder,

        @Schema(
                description = "In surroundings under it bare skin that shows no fever says nothing either.",
                minimum = "-40",
                maximum = "40",
                examples = "16.0")
        @Nullable
        BigDecimal coldRoomUnder) {

    static SiteRuleJson of(SiteRule rule) {
        return new SiteRuleJson(
                Words.of(rule.operator()),
                Degrees.of(rule.threshold()),
                Degrees.of(rule.skinOffset()),
                orAbsent(rule.coldUnder()),
                orAbsent(rule.coldRoomUnder()));
    }

    private static @Nullable BigDecimal orAbsent(int limit) {
        return limit == SiteRule.NEVER_COLD ? null : Degrees.of(limit);
    }

    /**
     * The rule that is meant.
     *
     * @param member where it stands, such as rules/forehead
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    SiteRule parsed(String member) {
        int least = Degrees.between(member + "/threshold", threshold, 35, 42);
        return new SiteRule(
                operator(member),
                least,
                skinOffset == null ? 0 : Degrees.between(member + "/skinOffset", skinOffset, 0, 5),
                coldUnder == null ? SiteRule.NEVER_COLD : Degrees.between(member + "/coldUnder", coldUnder, 20, 35),
                coldRoomUnder == null
                        ? SiteRule.NEVER_COLD
                        : Degrees.between(member + "/coldRoomUnder", coldRoomUnder, -40, 40));
    }

    private Operator operator(String member) {
        try {
            return Words.parse(Operator.class, operator == null ? "" : operator);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidMember(member + "/operator", "须为 above 或 at-or-above / is above or at-or-above");
        }
    }
}
