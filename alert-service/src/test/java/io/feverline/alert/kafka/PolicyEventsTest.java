package io.feverline.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.events.PolicyAdopted;
import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.alert.rule.ClusterRule;
import io.feverline.alert.rule.ClusterRules;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.rule.Grades;
import io.feverline.alert.rule.PolicyDraft;
import io.feverline.alert.rule.ScreeningPolicy;
import io.feverline.events.EventCodec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyEventsTest {
    private static final EventCodec<PolicyAdopted> CODEC = EventCodec.of(PolicyAdopted.class);

    private final ScreeningPolicy policy = new PolicyDraft(
                    Duration.ofMinutes(20),
                    new Grades(38_100, 39_000),
                    ScreeningPolicy.DEFAULT.rules(),
                    new ClusterRules(
                            new ClusterRule(4, Duration.ofMinutes(20)),
                            new ClusterRule(3, Duration.ofHours(6)),
                            new ClusterRule(5, Duration.ofHours(48))),
                    new DeviceLimits(
                            Duration.ofMinutes(1),
                            2,
                            Duration.ofMinutes(3),
                            4,
                            5,
                            6,
                            7,
                            8,
                            9,
                            10,
                            Duration.ofMinutes(11),
                            Duration.ofMinutes(12)))
            .named("county-1", Instant.parse("2026-11-24T00:00:00Z"));

    private final byte[] bytes =
            PolicyEvents.encode(new AdoptedPolicy(policy, "why", "somebody", policy.effectiveFrom()));

    @Test
    void a_policy_comes_back_as_it_was() {
        assertThat(PolicyEvents.decode(bytes)).isEqualTo(policy);
    }

    @Test
    void one_that_says_nothing_of_clusters_and_devices_means_the_defaults() {
        PolicyAdopted older = PolicyAdopted.newBuilder(CODEC.decode(bytes))
                .setClusters(null)
                .setDevices(null)
                .build();

        ScreeningPolicy read = PolicyEvents.decode(CODEC.encode(older));

        assertThat(read.clusters()).isEqualTo(ClusterRules.DEFAULT);
        assertThat(read.devices()).isEqualTo(DeviceLimits.DEFAULT);
    }
}
