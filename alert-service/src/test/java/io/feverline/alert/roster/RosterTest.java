package io.feverline.alert.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant NOON = EIGHT.plus(Duration.ofHours(4));
    private static final Instant FOUR = NOON.plus(Duration.ofHours(4));
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Shift morning = shift("li", EIGHT, NOON);
    private final Shift afternoon = shift("wang", NOON, FOUR);

    @Test
    void a_shift_begins_at_its_beginning_and_is_over_at_its_end() {
        var roster = new Roster(List.of(morning));

        assertThat(roster.at(EIGHT.minus(MOMENT))).isEmpty();
        assertThat(roster.at(EIGHT)).containsExactly(morning);
        assertThat(roster.at(NOON.minus(MOMENT))).containsExactly(morning);
        assertThat(roster.at(NOON)).isEmpty();
    }

    @Test
    void of_two_shifts_that_meet_only_the_second_is_on() {
        assertThat(new Roster(List.of(morning, afternoon)).at(NOON)).containsExactly(afternoon);
    }

    @Test
    void those_who_begin_together_are_next_together() {
        var other = shift("zhao", NOON, FOUR);

        assertThat(new Roster(List.of(other, morning, afternoon)).nextAfter(EIGHT))
                .containsExactly(afternoon, other);
    }

    @Test
    void who_begins_now_is_on_and_not_next() {
        assertThat(new Roster(List.of(morning)).nextAfter(EIGHT)).isEmpty();
        assertThat(new Roster(List.of(morning)).nextAfter(EIGHT.minus(MOMENT))).containsExactly(morning);
    }

    @Test
    void without_shifts_all_of_the_period_is_a_gap() {
        var day = new Period(EIGHT, FOUR);

        assertThat(new Roster(List.of()).gaps(day)).containsExactly(day);
    }

    @Test
    void shifts_that_meet_leave_no_gap() {
        assertThat(new Roster(List.of(afternoon, morning)).gaps(new Period(EIGHT, FOUR)))
                .isEmpty();
    }

    @Test
    void a_gap_lasts_from_the_last_end_to_the_next_beginning() {
        var late = shift("wang", NOON.plus(MOMENT), FOUR);

        assertThat(new Roster(List.of(morning, late)).gaps(new Period(EIGHT, FOUR)))
                .containsExactly(new Period(NOON, NOON.plus(MOMENT)));
    }

    @Test
    void a_short_shift_within_a_long_one_ends_nothing() {
        var all = shift("li", EIGHT, FOUR);
        var help = shift("wang", EIGHT.plusSeconds(60), NOON);

        assertThat(new Roster(List.of(all, help)).gaps(new Period(EIGHT, FOUR))).isEmpty();
    }

    @Test
    void what_is_before_and_after_the_period_is_no_gap() {
        var gaps = new Roster(List.of(morning)).gaps(new Period(EIGHT.plusSeconds(60), NOON.plusSeconds(60)));

        assertThat(gaps).containsExactly(new Period(NOON, NOON.plusSeconds(60)));
    }

    @Test
    void somebody_is_not_there_twice_at_a_time() {
        var again = shift("li", NOON.minus(MOMENT), FOUR);

        assertThat(new Roster(List.of(again, morning)).clash()).contains(again);
    }

    @Test
    void two_shifts_of_one_person_may_meet_and_two_people_may_be_there_at_a_time() {
        assertThat(new Roster(List.of(morning, shift("li", NOON, FOUR))).clash())
                .isEmpty();
        assertThat(new Roster(List.of(morning, shift("wang", EIGHT, NOON))).clash())
                .isEmpty();
    }

    @Test
    void a_period_ends_after_it_begins() {
        assertThatThrownBy(() -> new Period(EIGHT, EIGHT)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Shift shift(String person, Instant from, Instant to) {
        return new Shift(UUID.randomUUID(), person, new Period(from, to));
    }
}
