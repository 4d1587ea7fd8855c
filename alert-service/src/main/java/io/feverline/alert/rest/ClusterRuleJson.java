package io.feverline.alert.rest;

import io.feverline.alert.rule.ClusterRule;
import java.math.BigDecimal;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When fevers with one thing in common are a cluster, as JSON. */
@Schema(name = "ClusterRule", description = "So many within so long are a cluster.")
public record ClusterRuleJson(
        @Schema(required = true, type = SchemaType.INTEGER, minimum = "2", maximum = "1000", examples = "3") @Nullable
        BigDecimal least,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "duration",
                description = "From PT1M to PT168H; so long after the last one another still belongs to them.",
                examples = "PT30M")
        @Nullable
        String within) {

    static ClusterRuleJson of(ClusterRule rule) {
        return new ClusterRuleJson(
                BigDecimal.valueOf(rule.least()), rule.within().toString());
    }

    /**
     * The rule that is meant.
     *
     * @param member where it stands, such as clusters/trip
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    ClusterRule parsed(String member) {
        return new ClusterRule(
                Figures.count(member + "/least", least, 2, 1_000),
                Figures.duration(member + "/within", within, Duration.ofMinutes(1), Duration.ofDays(7)));
    }
}
