package io.feverline.registry.followup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final HalfDays NOON = new HalfDays(LocalTime.NOON);
    private static final Instant OPENED = Instant.parse("2020-01-26T01:00:00Z");
    private static final Instant NOW = Instant.parse("2020-01-28T01:00:00Z");

    @Test
    void it_is_a_fever_from_37_3_on() {
        assertThat(of(37_290).isFeverish()).isFalse();
        assertThat(of(37_300).isFeverish()).isTrue();
    }

    @Test
    void whoever_has_had_a_fever_is_feverish_whatever_the_thermometer_shows() {
        assertThat(new Observation(NOW, 36_500, Set.of(Symptom.FEVER), null).isFeverish())
                .isTrue();
        assertThat(new Observation(NOW, 36_500, Set.of(Symptom.COUGH), null).isFeverish())
                .isFalse();
    }

    @Test
    void it_is_taken_from_the_half_day_on_in_which_the_follow_up_began() {
        assertThat(isPossible(Instant.parse("2020-01-25T16:00:00Z"))).isTrue();
        assertThat(isPossible(Instant.parse("2020-01-25T15:59:59.999Z"))).isFalse();
    }

    @Test
    void a_phones_clock_may_be_five_minutes_ahead() {
        assertThat(isPossible(NOW.plus(Duration.ofMinutes(5)))).isTrue();
        assertThat(isPossible(NOW.plus(Duration.ofMinutes(5)).plusMillis(1))).isFalse();
    }

    @Test
    void what_a_database_rounds_makes_no_other_observation() {
        assertThat(new Observation(NOW.plusNanos(999_999), 36_500, Set.of(), null))
                .isEqualTo(new Observation(NOW, 36_500, Set.of(), null));
    }

    private static boolean isPossible(Instant takenAt) {
        return new Observation(takenAt, 36_500, Set.of(), null).isPossible(OPENED, NOW, NOON);
    }

    private static Observation of(int temperature) {
        return new Observation(NOW, temperature, Set.of(), null);
    }
}
