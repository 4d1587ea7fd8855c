package io.feverline.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.alert.rule.Verdict.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(policy.judge(site, temperature).kind()).isEqualTo(expected);
    }

    @Test
    void names_itself_and_its_threshold_in_the_verdict() {
        assertThat(policy.judge(Site.FOREHEAD, 38_000))
                .isEqualTo(new Verdict(Kind.FEVER, 38_000, Operator.ABOVE, 37_300, "default-1"));
    }

    @Test
    void has_a_rule_for_every_site() {
        assertThatThrownBy(() -> new ScreeningPolicy("half", Map.of(Site.EAR, SiteRule.above(38_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("half");
    }
}
