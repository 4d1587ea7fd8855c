package io.feverline.alert.rest;

import io.feverline.alert.rule.ClusterRule;
import io.feverline.alert.rule.ClusterRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When fevers are a cluster, as JSON. */
@Schema(name = "ClusterRules", description = "When fevers that have something in common are a cluster.")
public record ClusterRulesJson(
        @Schema(required = true, description = "Of one checkpoint's episodes.") @Nullable
        ClusterRuleJson checkpoint,

        @Schema(required = true, description = "Of the episodes in one trip of a vehicle.") @Nullable
        ClusterRuleJson trip,

        @Schema(required = true, description = "Of the episodes of travellers from one county.") @Nullable
        ClusterRuleJson origin) {

    static ClusterRulesJson of(ClusterRules rules) {
        return new ClusterRulesJson(
                ClusterRuleJson.of(rules.checkpoint()),
                ClusterRuleJson.of(rules.trip()),
                ClusterRuleJson.of(rules.origin()));
    }

    /**
     * The rules that are meant.
     *
     * @param member where they stand
     * @throws ProblemException 400 naming the member that cannot be taken
     */
    ClusterRules parsed(String member) {
        return new ClusterRules(
                parsed(member + "/checkpoint", checkpoint),
                parsed(member + "/trip", trip),
                parsed(member + "/origin", origin));
    }

    private static ClusterRule parsed(String member, @Nullable ClusterRuleJson rule) {
        if (rule == null) {
            throw Problems.invalidMember(member, "缺失 / is missing");
        }
        return rule.parsed(member);
    }
}
