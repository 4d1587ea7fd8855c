package io.feverline.registry.report.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CompletenessTest {
    @Test
    void a_late_report_makes_it_complete_and_not_timely() {
        var week = new Completeness(14, 3, 8, 2, 1, 1);

        assertThat(week.completeness()).isEqualTo(92.8); // 13 of 14
        assertThat(week.timeliness()).isEqualTo(78.5); // 11 of 14
    }

    @Test
    void only_all_of_them_are_a_hundred_per_cent() {
        assertThat(new Completeness(10_000, 0, 9_999, 0, 1, 0).completeness()).isEqualTo(99.9);
        assertThat(new Completeness(7, 7, 0, 0, 0, 0).completeness()).isEqualTo(100);
    }

    @Test
    void each_expected_report_is_counted_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Completeness(14, 3, 8, 2, 2, 0));
    }
}
