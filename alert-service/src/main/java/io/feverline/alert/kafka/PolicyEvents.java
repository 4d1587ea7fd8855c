package io.feverline.alert.kafka;

import io.feverline.alert.events.PolicyAdopted;
import io.feverline.alert.events.SiteRuleFacts;
import io.feverline.alert.rule.AdoptedPolicy;
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
                        .toList()));
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
                        .collect(Collectors.toMap(rule -> Site.valueOf(rule.getSite()), PolicyEvents::rule)));
    }

    private static SiteRule rule(SiteRuleFacts facts) {
        return new SiteRule(
                Operator.valueOf(facts.getOperator()),
                facts.getThreshold(),
                facts.getSkinOffset(),
                orNever(facts.getColdUnder()),
                orNever(facts.getColdRoomUnder()));
    }

    private static int orNever(@Nullable Integer limit) {
        return limit == null ? SiteRule.NEVER_COLD : limit;
    }
}
