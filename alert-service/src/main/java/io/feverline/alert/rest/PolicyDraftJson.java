package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.rule.ClusterRules;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.rule.PolicyDraft;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.SiteRule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a screening policy says, as JSON. */
@Schema(name = "PolicyDraft", description = "What a screening policy says.")
public record PolicyDraftJson(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                format = "duration",
                description = "How long after a fever further readings say something about it; at most PT12H.",
                examples = "PT30M")
        @Nullable
        String recheckWindow,

        @Schema(required = true) @Nullable GradesJson grades,

        @Schema(
                required = true,
                description =
                        "A rule for each of: unknown, forehead, wrist, neck, temple, ear, inner-canthus, axillary.")
        @Nullable
        Map<String, @Nullable SiteRuleJson> rules,

        @Schema(description = "The default policy's when absent. Alerts are looked at by the policy then in force.")
        @Nullable
        ClusterRulesJson clusters,

        @Schema(description = "The default policy's when absent.") @Nullable
        DeviceLimitsJson devices) {

    static PolicyDraftJson of(ScreeningPolicy policy) {
        var rules = new LinkedHashMap<String, @Nullable SiteRuleJson>();
        for (Site site : Site.values()) {
            SiteRule rule = policy.rules().get(site);
            if (rule != null) {
                rules.put(Words.of(site), SiteRuleJson.of(rule));
            }
        }
        return new PolicyDraftJson(
                policy.recheckWindow().toString(),
                GradesJson.of(policy.grades()),
                rules,
                ClusterRulesJson.of(policy.clusters()),
                DeviceLimitsJson.of(policy.devices()));
    }

    /**
     * The draft that is meant.
     *
     * @throws ProblemException 400 naming the first member that cannot be taken
     */
    PolicyDraft parsed() {
        if (grades == null) {
            throw Problems.invalidMember("grades", "缺失 / is missing");
        }
        return new PolicyDraft(
                Figures.duration("recheckWindow", recheckWindow, Duration.ofMinutes(1), ScreeningPolicy.LONGEST_WINDOW),
                grades.parsed(),
                rulesBySite(),
                clusters == null ? ClusterRules.DEFAULT : clusters.parsed("clusters"),
                devices == null ? DeviceLimits.DEFAULT : devices.parsed("devices"));
    }

    private Map<Site, SiteRule> rulesBySite() {
        Map<String, @Nullable SiteRuleJson> given = rules == null ? Map.of() : rules;
        var parsed = new EnumMap<Site, SiteRule>(Site.class);
        for (Site site : Site.values()) {
            String member = "rules/" + Words.of(site);
            SiteRuleJson rule = given.get(Words.of(site));
            if (rule == null) {
                throw Problems.invalidMember(member, "缺失，每个部位都须有规则 / is missing; every site has a rule");
            }
            parsed.put(site, rule.parsed(member));
        }
        if (given.size() > parsed.size()) {
            throw Problems.invalidMember("rules", "含未知部位 / has a site that is not known");
        }
        return parsed;
    }
}
