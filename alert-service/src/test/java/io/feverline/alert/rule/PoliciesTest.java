package io.feverline.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final Instant NINE = EIGHT.plus(Duration.ofHours(1));

    private final Policies policies = Policies.of(List.of(from("second", NINE), from("first", EIGHT)));

    @Test
    void before_any_other_the_default_is_in_force() {
        assertThat(policies.at(EIGHT.minusMillis(1)).version()).isEqualTo(ScreeningPolicy.DEFAULT.version());
    }

    @Test
    void a_policy_is_in_force_from_its_moment_on() {
        assertThat(policies.at(EIGHT).version()).isEqualTo("first");
    }

    @Test
    void and_until_the_next_ones() {
        assertThat(policies.at(NINE.minusMillis(1)).version()).isEqualTo("first");
        assertThat(policies.at(NINE).version()).isEqualTo("second");
        assertThat(policies.at(NINE.plus(Duration.ofDays(9))).version()).isEqualTo("second");
    }

    private static ScreeningPolicy from(String version, Instant effectiveFrom) {
        return new ScreeningPolicy(
                version,
                effectiveFrom,
                Duration.ofMinutes(30),
                Grades.DEFAULT,
                ScreeningPolicy.DEFAULT.rules(),
                ClusterRules.DEFAULT,
                DeviceLimits.DEFAULT);
    }
}
