package io.feverline.alert.device;

import static io.feverline.alert.device.Devices.EIGHT;
import static io.feverline.alert.device.Devices.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static Rhythm heard(long... minutes) {
        Rhythm rhythm = Rhythm.of(minutes(minutes[0]));
        for (long minute : minutes) {
            rhythm = rhythm.and(minutes(minute));
        }
        return rhythm;
    }

    @Test
    void what_was_heard_once_has_no_pause() {
        assertThat(heard(7).usualPause()).isEqualTo(Duration.ZERO);
    }

    @Test
    void from_one_minute_to_the_next_is_no_pause() {
        assertThat(heard(0, 1, 2, 3).usualPause()).isEqualTo(Duration.ZERO);
    }

    @Test
    void ten_minutes_each_time_are_the_usual_pause() {
        assertThat(heard(0, 10, 20, 30).usualPause()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void one_long_pause_among_twenty_is_not_usual() {
        var rhythm = heard(0);
        for (int i = 0; i < 19; i++) {
            rhythm = rhythm.and(minutes(i * 4L));
        }
        rhythm = rhythm.and(minutes(400)).and(minutes(404));

        assertThat(rhythm.usualPause()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void it_knows_whether_it_was_heard_the_day_before() {
        long day = 24 * 60;
        var rhythm = heard(30, day);

        assertThat(rhythm.wasHeardTheDayBefore(minutes(day), minutes(day + 29))).isFalse();
        assertThat(rhythm.wasHeardTheDayBefore(minutes(day), minutes(day + 30))).isTrue();
    }

    @Test
    void what_is_longer_ago_than_two_days_is_forgotten() {
        var rhythm = heard(0).and(EIGHT.plus(Duration.ofDays(2)));

        assertThat(rhythm).isEqualTo(Rhythm.of(EIGHT.plus(Duration.ofDays(2))));
    }

    @Property
    void in_whatever_order_and_however_often_it_is_told_it_knows_the_same(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 5_000) Integer> minutes, @ForAll Random random) {
        var shuffled = new ArrayList<>(minutes);
        shuffled.addAll(minutes);
        Collections.shuffle(shuffled, random);

        assertThat(heard(shuffled.stream().mapToLong(Integer::longValue).toArray()))
                .isEqualTo(heard(minutes.stream().mapToLong(Integer::longValue).toArray()));
    }
}
