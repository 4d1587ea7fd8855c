package io.feverline.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.rule.AdoptedPolicy;
import io.feverline.alert.rule.Grades;
import io.feverline.alert.rule.PolicyDraft;
import io.feverline.alert.rule.ScreeningPolicy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyEventsTest {

    @Test
    void a_policy_comes_back_as_it_was() {
        Instant eight = Instant.parse("2026-11-24T00:00:00Z");
        ScreeningPolicy policy = new PolicyDraft(
                        Duration.ofMinutes(20), new Grades(38_100, 39_000), ScreeningPolicy.DEFAULT.rules())
                .named("county-1", eight);

        byte[] bytes = PolicyEvents.encode(new AdoptedPolicy(policy, "why", "somebody", eight));

        assertThat(PolicyEvents.decode(bytes)).isEqualTo(policy);
    }
}
