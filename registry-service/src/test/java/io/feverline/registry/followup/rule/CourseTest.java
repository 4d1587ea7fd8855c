package io.feverline.registry.followup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final HalfDays NOON = new HalfDays(LocalTime.NOON);
    private static final Instant MORNING = Instant.parse("2020-01-26T01:00:00Z");

    @Test
    void fourteen_days_have_28_half_days_from_the_one_after_the_cause_on() {
        Course course = Course.of(MORNING, MORNING, 14, NOON);

        assertThat(course.from()).isEqualTo(NOON.numberAt(MORNING) + 1);
        assertThat(course.end() - course.from()).isEqualTo(28);
    }

    @Test
    void the_days_are_over_when_the_last_half_day_is() {
        Course course = Course.of(MORNING, MORNING, 14, NOON);

        assertThat(NOON.begin(course.end())).isEqualTo("2020-02-09T04:00:00Z");
    }

    @Test
    void what_was_over_before_the_cause_was_known_is_not_asked_for() {
        Course course = Course.of(MORNING, MORNING.plus(Duration.ofDays(1)), 14, NOON);

        assertThat(course.end() - course.from()).isEqualTo(26);
        assertThat(NOON.begin(course.end())).isEqualTo("2020-02-09T04:00:00Z");
    }

    @Test
    void a_cause_that_is_known_when_its_days_are_over_asks_for_nothing() {
        Course course = Course.of(MORNING, MORNING.plus(Duration.ofDays(14)), 14, NOON);

        assertThat(course.from()).isEqualTo(course.end());
    }

    @Test
    void half_a_day_before_they_are_over_it_asks_for_one_entry() {
        Course course = Course.of(MORNING, MORNING.plus(Duration.ofHours(13 * 24 + 12)), 14, NOON);

        assertThat(course.end() - course.from()).isEqualTo(1);
    }

    @Property
    void it_ends_more_than_its_days_and_at_most_a_half_day_more_after_the_cause(
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_500_000_000L) long cause,
            @ForAll @LongRange(min = 0, max = 3_000_000) long later,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant at = Instant.ofEpochSecond(cause);

        Course course = Course.of(at, at.plusSeconds(later), days, NOON);

        assertThat(Duration.between(at, NOON.begin(course.end())))
                .isBetween(
                        Duration.ofDays(days).plusSeconds(1),
                        Duration.ofDays(days).plusHours(12));
    }

    @Property
    void nothing_is_asked_for_that_had_begun_when_it_became_known(
            @ForAll @LongRange(min = 1_500_000_000L, max = 2_500_000_000L) long cause,
            @ForAll @LongRange(min = 0, max = 3_000_000) long later) {
        Instant at = Instant.ofEpochSecond(cause);
        Instant known = at.plusSeconds(later);

        Course course = Course.of(at, known, 14, NOON);

        assertThat(course.from() == course.end() || NOON.begin(course.from()).isAfter(known))
                .isTrue();
    }
}
