package io.feverline.registry.report.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportStateTest {
    private static final ShiftOfDay SHIFT = ShiftPlan.parse(List.of("all 08:00-08:00"), Duration.ofHours(2))
            .of(LocalDate.of(2020, 1, 26))
            .get(0);
    private static final Instant LAST_MOMENT = SHIFT.cutoff().minusNanos(1);
    private static final Stated NOTHING = new Stated(new Counts(0, 0, 0, 0), 0);
    private static final Stated SOMETHING = new Stated(new Counts(1, 0, 0, 0), 0);

    @Test
    void it_is_expected_until_the_cutoff_and_missing_from_then_on() {
        assertThat(state(null, LAST_MOMENT)).isEqualTo(ReportState.EXPECTED);
        assertThat(state(null, SHIFT.cutoff())).isEqualTo(ReportState.MISSING);
    }

    @Test
    void nothing_in_time_is_a_zero_report_and_something_a_submitted_one() {
        assertThat(state(signed(LAST_MOMENT, 1, NOTHING), SHIFT.cutoff())).isEqualTo(ReportState.ZERO);
        assertThat(state(signed(LAST_MOMENT, 1, SOMETHING), SHIFT.cutoff())).isEqualTo(ReportState.SUBMITTED);
    }

    @Test
    void a_referral_alone_is_not_nothing() {
        var referral = new Stated(NOTHING.counts(), 1);

        assertThat(state(signed(LAST_MOMENT, 1, referral), SHIFT.cutoff())).isEqualTo(ReportState.SUBMITTED);
    }

    @Test
    void signed_at_the_cutoff_it_is_late_also_when_it_is_nothing() {
        assertThat(state(signed(SHIFT.cutoff(), 1, NOTHING), SHIFT.cutoff())).isEqualTo(ReportState.LATE);
    }

    @Test
    void a_correction_is_seen_and_does_not_change_whether_it_was_in_time() {
        var late = signed(SHIFT.cutoff(), 2, SOMETHING);
        var inTime = signed(LAST_MOMENT, 2, SOMETHING);

        assertThat(state(late, SHIFT.cutoff())).isEqualTo(ReportState.CORRECTED);
        assertThat(late.isInTime(SHIFT)).isFalse();
        assertThat(inTime.isInTime(SHIFT)).isTrue();
    }

    private static ReportState state(@Nullable Standing standing, Instant now) {
        return ReportState.of(SHIFT, standing, now);
    }

    private static Standing signed(Instant at, int version, Stated stated) {
        return new Standing(at, version, stated, stated.counts());
    }
}
