package io.feverline.registry.report.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftPlanTest {
    private static final Duration CUTOFF = Duration.ofHours(2);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 26);
    private final ShiftPlan plan = ShiftPlan.parse(List.of("night 20:00-08:00", "day 08:00-20:00"), CUTOFF);

    @Test
    void a_day_has_its_shifts_in_the_countys_time() {
        assertThat(plan.of(DAY))
                .containsExactly(
                        new ShiftOfDay(
                                DAY,
                                "day",
                                at("2020-01-26T08:00:00+08:00"),
                                at("2020-01-26T20:00:00+08:00"),
                                at("2020-01-26T22:00:00+08:00")),
                        new ShiftOfDay(
                                DAY,
                                "night",
                                at("2020-01-26T20:00:00+08:00"),
                                at("2020-01-27T08:00:00+08:00"),
                                at("2020-01-27T10:00:00+08:00")));
    }

    @Test
    void one_shift_may_be_all_day() {
        var all = ShiftPlan.parse(List.of("all 08:00-08:00"), CUTOFF).of(DAY).get(0);

        assertThat(Duration.between(all.begins(), all.ends())).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_shift_is_found_by_its_day_and_name() {
        assertThat(plan.find(DAY, "night")).contains(plan.of(DAY).get(1));
        assertThat(plan.find(DAY, "noon")).isEmpty();
    }

    @Test
    void days_are_both_included() {
        assertThat(plan.between(DAY, DAY.plusDays(1)))
                .extracting(ShiftOfDay::day)
                .containsExactly(DAY, DAY, DAY.plusDays(1), DAY.plusDays(1));
    }

    @Test
    void cutoffs_are_found_after_one_time_and_up_to_another() {
        Instant day = plan.of(DAY).get(0).cutoff();
        Instant night = plan.of(DAY).get(1).cutoff();

        assertThat(plan.cutOffBetween(day.minusSeconds(1), night))
                .extracting(ShiftOfDay::shift)
                .containsExactly("day", "night");
        assertThat(plan.cutOffBetween(day, night.minusSeconds(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day 08:00-20:00", // nobody is there at night
                "day 08:00-20:00,night 19:00-08:00", // two are there at half past seven
                "day 08:00-20:00,day 20:00-08:00",
                "Day 08:00-08:00",
                "day 8-8"
            })
    void what_is_no_day_is_refused(String shifts) {
        assertThatIllegalArgumentException().isThrownBy(() -> ShiftPlan.parse(List.of(shifts.split(",", -1)), CUTOFF));
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
