package io.feverline.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.alert.rule.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningPolicyTest {
    private final ScreeningPolicy policy = ScreeningPolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        "FOREHEAD, 34999, INVALID_COLD",
        "FOREHEAD, 35000, NORMAL",
        "FOREHEAD, 37299, NORMAL",
        "FOREHEAD, 37300, NORMAL",
        "FOREHEAD, 37301, FEVER",
        "WRIST, 37300, NORMAL",
        "WRIST, 37301, FEVER",
        "WRIST, 30000, NORMAL",
        "EAR, 37999, NORMAL",
        "EAR, 38000, FEVER",
        "INNER_CANTHUS, 37499, NORMAL",
        "INNER_CANTHUS, 37500, FEVER",
        "AXILLARY, 37300, NORMAL",
        "AXILLARY, 37301, FEVER",
        "UNKNOWN, 34000, NORMAL",
        "UNKNOWN, 37301, FEVER",
    })
    void judges_below_at_and_above_each_boundary(Site site, int temperature, Kind expected) {
        assertThat(policy.judge(body(site, temperature)).kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "FOREHEAD, 35700, NORMAL",
        "FOREHEAD, 35701, FEVER",
        "FOREHEAD, 33399, INVALID_COLD",
        "FOREHEAD, 33400, NORMAL",
        "INNER_CANTHUS, 36099, NORMAL",
        "INNER_CANTHUS, 36100, FEVER",
        "UNKNOWN, 35701, FEVER",
        "WRIST, 37300, NORMAL",
        "WRIST, 37301, FEVER",
    })
    void bare_skin_is_judged_with_its_sites_offset(Site site, int temperature, Kind expected) {
        assertThat(policy.judge(new Measured(site, temperature, true, 0, null)).kind())
                .isEqualTo(expected);
    }

    @Test
    void bare_skin_is_judged_with_its_devices_offset_too() {
        assertThat(policy.judge(new Measured(Site.FOREHEAD, 35_500, true, 201, null)))
                .isEqualTo(new Verdict(Kind.FEVER, FeverGrade.LOW, 37_301, Operator.ABOVE, 37_300, "default-2"));
    }

    @ParameterizedTest
    @CsvSource({
        "15999, true, 35000, INVALID_COLD",
        "16000, true, 35000, NORMAL",
        "15999, true, 35701, FEVER",
        "15999, false, 36600, NORMAL",
    })
    void bare_skin_in_a_cold_room_says_nothing_unless_it_shows_a_fever(
            int ambient, boolean bareSkin, int temperature, Kind expected) {
        assertThat(policy.judge(new Measured(Site.FOREHEAD, temperature, bareSkin, 0, ambient))
                        .kind())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "37301, LOW",
        "38000, LOW",
        "38001, MODERATE",
        "39099, MODERATE",
        "39100, HIGH",
        "46000, HIGH",
        "37300,",
    })
    void grades_a_fever(int temperature, @Nullable FeverGrade expected) {
        assertThat(policy.judge(body(Site.AXILLARY, temperature)).grade()).isEqualTo(expected);
    }

    private static Measured body(Site site, int temperature) {
        return new Measured(site, temperature, false, 0, null);
    }

    @Test
    void names_itself_and_its_threshold_in_the_verdict() {
        assertThat(policy.judge(body(Site.FOREHEAD, 38_000)))
                .isEqualTo(new Verdict(Kind.FEVER, FeverGrade.LOW, 38_000, Operator.ABOVE, 37_300, "default-2"));
    }

    @Test
    void has_a_rule_for_every_site() {
        assertThatThrownBy(() -> new ScreeningPolicy(
                        "half",
                        Instant.EPOCH,
                        Duration.ofMinutes(30),
                        Grades.DEFAULT,
                        Map.of(Site.EAR, SiteRule.above(38_000)),
                        ClusterRules.DEFAULT,
                        DeviceLimits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1M", "PT12H0.001S"})
    void has_a_recheck_window_that_is_longer_than_nothing_and_shorter_than_memory(Duration window) {
        assertThatThrownBy(() -> new ScreeningPolicy(
                        "odd",
                        Instant.EPOCH,
                        window,
                        Grades.DEFAULT,
                        policy.rules(),
                        policy.clusters(),
                        policy.devices()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
