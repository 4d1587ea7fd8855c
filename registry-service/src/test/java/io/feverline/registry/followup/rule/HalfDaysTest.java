package io.feverline.registry.followup.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.followup.rule.HalfDay.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HalfDaysTest {
    private static final HalfDays NOON = new HalfDays(LocalTime.NOON);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 26);

    @Test
    void the_morning_begins_at_the_countys_midnight_and_ends_before_noon() {
        assertThat(NOON.at(Instant.parse("2020-01-25T16:00:00Z"))).isEqualTo(new HalfDay(DAY, Part.MORNING));
        assertThat(NOON.at(Instant.parse("2020-01-26T03:59:59.999Z"))).isEqualTo(new HalfDay(DAY, Part.MORNING));
    }

    @Test
    void the_evening_begins_at_noon_and_ends_with_the_day() {
        assertThat(NOON.at(Instant.parse("2020-01-26T04:00:00Z"))).isEqualTo(new HalfDay(DAY, Part.EVENING));
        assertThat(NOON.at(Instant.parse("2020-01-26T15:59:59.999Z"))).isEqualTo(new HalfDay(DAY, Part.EVENING));
    }

    @Test
    void there_is_no_day_without_a_morning() {
        assertThatThrownBy(() -> new HalfDays(LocalTime.MIDNIGHT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void a_half_day_is_the_one_with_its_number(@ForAll @IntRange(min = -1_000_000, max = 1_000_000) int number) {
        assertThat(HalfDay.numbered(number).number()).isEqualTo(number);
    }

    @Property
    void each_moment_is_in_the_half_day_between_its_begin_and_the_next(
            @ForAll @LongRange(min = -2_000_000_000L, max = 10_000_000_000L) long seconds,
            @ForAll @IntRange(min = 1, max = 1439) int minute) {
        var halfDays = new HalfDays(LocalTime.MIDNIGHT.plusMinutes(minute));
        Instant moment = Instant.ofEpochSecond(seconds);

        long number = halfDays.numberAt(moment);

        assertThat(moment)
                .isBetween(halfDays.begin(number), halfDays.begin(number + 1).minusNanos(1));
    }
}
