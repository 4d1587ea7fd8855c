package io.feverline.alert.kafka;

import io.feverline.alert.events.ClusterFacts;
import io.feverline.alert.events.ClusterRuleFacts;
import io.feverline.alert.events.DeviceLimitFacts;
import io.feverline.alert.events.PolicyAdopted;
import io.feverline.alert.events.SiteRuleFacts;
import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.alert.rule.ClusterRule;
import io.feverline.alert.rule.ClusterRules;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.rule.Grades;
import io.feverline.alert.rule.Operator;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.alert.rule.Site;
import io.feverline.alert.rule.SiteRule;
import io.feverline.events.EventCodec;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Screening policies as they are on their topic. */
public final class PolicyEvents {
    private static final EventCodec<PolicyAdopted> CODEC = EventCodec.of(PolicyAdopted.class);

    private PolicyEvents() {}

    static byte[] encode(AdoptedPolicy adopted) {
        ScreeningPolicy policy = adopted.policy();
        return CODEC.encode(new PolicyAdopted(
                policy.version(),
                policy.effectiveFrom(),
                adopted.adoptedAt(),
                policy.recheckWindow().toMillis(),
                policy.grades().moderateAbove(),
                policy.grades().highFrom(),
                policy.rules().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(rule -> facts(rule.getKey(), rule.getValue()))
                        .toList(),
                facts(policy.clusters()),
                facts(policy.devices())));
    }

    private static SiteRuleFacts facts(Site site, SiteRule rule) {
        return new SiteRuleFacts(
                site.name(),
                rule.operator().name(),
                rule.threshold(),
                rule.skinOffset(),
                known(rule.coldUnder()),
                known(rule.coldRoomUnder()));
    }

    private static ClusterFacts facts(ClusterRules rules) {
        return new ClusterFacts(facts(rules.checkpoint()), facts(rules.trip()), facts(rules.origin()));
    }

    private static ClusterRuleFacts facts(ClusterRule rule) {
        return new ClusterRuleFacts(rule.least(), rule.within().toMillis());
    }

    private static DeviceLimitFacts facts(DeviceLimits limits) {
        return new DeviceLimitFacts(
                limits.silence().toMillis(),
                limits.usualPauses(),
                limits.bootGrace().toMillis(),
                limits.sameReadings(),
                limits.medianOf(),
                limits.deviationOf(),
                limits.deviation(),
                limits.drift(),
                limits.ownDrift(),
                limits.missing(),
                limits.missingFor().toMillis(),
                limits.clock().toMillis());
    }

    private static @Nullable Integer known(int limit) {
        return limit == SiteRule.NEVER_COLD ? null : limit;
    }

    /**
     * The policy in a record.
     *
     * @throws io.feverline.events.UnreadableEvent if the bytes are none
     */
    public static ScreeningPolicy decode(byte[] bytes) {
        PolicyAdopted event = CODEC.decode(bytes);
        return new ScreeningPolicy(
                event.getVersion(),
                event.getEffectiveFrom(),
                Duration.ofMillis(event.getRecheckWindow()),
                new Grades(event.getModerateAbove(), event.getHighFrom()),
                event.getRules().stream()
                        .collect(Collectors.toMap(rule -> Site.valueOf(rule.getSite()), PolicyEvents::rule)),
                clusters(event.getClusters()),
                devices(event.getDevices()));
    }

    private static SiteRule rule(SiteRuleFacts facts) {
        return new SiteRule(
                Operator.valueOf(facts.getOperator()),
                facts.getThreshold(),
                facts.getSkinOffset(),
                orNever(facts.getColdUnder()),
                orNever(facts.getColdRoomUnder()));
    }

    private static ClusterRules clusters(@Nullable ClusterFacts facts) {
        return facts == null
                ? ClusterRules.DEFAULT
                : new ClusterRules(rule(facts.getCheckpoint()), rule(facts.getTrip()), rule(facts.getOrigin()));
    }

    private static ClusterRule rule(ClusterRuleFacts facts) {
        return new ClusterRule(facts.getLeast(), Duration.ofMillis(facts.getWithin()));
    }

    private static DeviceLimits devices(@Nullable DeviceLimitFacts facts) {
        return facts == null
                ? DeviceLimits.DEFAULT
                : new DeviceLimits(
                        Duration.ofMillis(facts.getSilence()),
                        facts.getUsualPauses(),
                        Duration.ofMillis(facts.getBootGrace()),
                        facts.getSameReadings(),
                        facts.getMedianOf(),
                        facts.getDeviationOf(),
                        facts.getDeviation(),
                        facts.getDrift(),
                        facts.getOwnDrift(),
                        facts.getMissing(),
                        Duration.ofMillis(facts.getMissingFor()),
                        Duration.ofMillis(facts.getClock()));
    }

    private static int orNever(@Nullable Integer limit) {
        return limit == null ? SiteRule.NEVER_COLD : limit;
    }
}
