package io.feverline.alert.device;

import static io.feverline.alert.device.Devices.EIGHT;
import static io.feverline.alert.device.Devices.LIMITS;
import static io.feverline.alert.device.Devices.ZONE;
import static io.feverline.alert.device.Devices.heartbeat;
import static io.feverline.alert.device.Devices.minutes;
import static io.feverline.alert.device.Devices.people;
import static io.feverline.alert.device.Devices.reading;
import static io.feverline.alert.device.Devices.same;
import static io.feverline.alert.device.Judgement.Untold.UNTOLD;
import static io.feverline.alert.device.Judgement.Well.WELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.device.Judgement.Ill;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final Instant LONG_AGO = EIGHT.minus(Duration.ofDays(9));
    private final Rules rules = new Rules(LIMITS, ZONE);

    private static DeviceRecord seen(Seen first, Seen... more) {
        DeviceRecord device = DeviceRecord.of(first);
        for (Seen next : more) {
            device = device.with(next);
        }
        return device;
    }

    private static DeviceRecord showing(int... temperatures) {
        return seen(reading("gate", EIGHT, temperatures));
    }

    private static DeviceRecord heardEvery(int minutes, int times) {
        DeviceRecord device = seen(heartbeat("gate", EIGHT, "run", 0));
        for (int i = 1; i < times; i++) {
            device = device.with(heartbeat("gate", minutes((long) i * minutes), "run", 0));
        }
        return device;
    }

    @Test
    void five_minutes_without_a_word_are_no_silence_and_a_millisecond_more_is_one() {
        DeviceRecord device = heardEvery(1, 30);
        Instant limit = minutes(29 + 5);

        assertThat(rules.silent(device, LONG_AGO, limit, null)).isEqualTo(WELL);
        assertThat(rules.silent(device, LONG_AGO, limit.plusMillis(1), null))
                .isEqualTo(new Ill(minutes(29), 300_001, 300_000));
    }

    @Test
    void who_is_heard_every_ten_minutes_is_silent_after_thirty() {
        DeviceRecord device = heardEvery(10, 6);

        assertThat(rules.silent(device, LONG_AGO, minutes(50 + 30), null)).isEqualTo(WELL);
        assertThat(rules.silent(device, LONG_AGO, minutes(50 + 30).plusMillis(1), null))
                .isInstanceOf(Ill.class);
    }

    @Test
    void a_silence_counts_from_when_somebody_listened() {
        DeviceRecord device = heardEvery(1, 30);

        assertThat(rules.silent(device, minutes(100), minutes(105), null)).isEqualTo(WELL);
        assertThat(rules.silent(device, minutes(100), minutes(105).plusMillis(1), null))
                .isInstanceOf(Ill.class);
    }

    @Test
    void a_device_that_has_started_anew_has_ten_minutes() {
        DeviceRecord device = heardEvery(1, 30).with(heartbeat("gate", minutes(30), "next-run", 0));

        assertThat(rules.silent(device, LONG_AGO, minutes(40), null)).isEqualTo(WELL);
        assertThat(rules.silent(device, LONG_AGO, minutes(40).plusMillis(1), null))
                .isInstanceOf(Ill.class);
    }

    @Test
    void who_was_as_silent_at_this_time_the_day_before_rests() {
        long day = 24 * 60;
        DeviceRecord device = heardEvery(1, 60)
                .with(heartbeat("gate", minutes(8 * 60), "run", 0))
                .with(heartbeat("gate", minutes(day + 59), "run", 0));

        assertThat(rules.silent(device, LONG_AGO, minutes(day + 7 * 60), null)).isEqualTo(UNTOLD);
        assertThat(rules.silent(device, LONG_AGO, minutes(day + 8 * 60 + 5).plusMillis(1), null))
                .isInstanceOf(Ill.class);
    }

    @Test
    void a_silence_ends_with_the_next_word_alone() {
        DeviceRecord device = heardEvery(1, 30);

        assertThat(rules.silent(device, minutes(100), minutes(101), minutes(29)))
                .isEqualTo(UNTOLD);
        assertThat(rules.silent(
                        device.with(heartbeat("gate", minutes(101), "run", 0)), LONG_AGO, minutes(101), minutes(29)))
                .isEqualTo(WELL);
    }

    @Test
    void twenty_times_one_value_is_stuck_and_nineteen_times_is_not() {
        assertThat(rules.stuck(showing(same(19, 36_500)))).isEqualTo(UNTOLD);
        assertThat(rules.stuck(showing(same(20, 36_500)))).isEqualTo(new Ill(EIGHT, 36_500, 20));
    }

    @Test
    void one_other_value_and_it_is_not_stuck() {
        assertThat(rules.stuck(showing(same(30, 36_500)).with(reading("gate", EIGHT, 36_501))))
                .isEqualTo(WELL);
    }

    @Test
    void it_is_stuck_from_the_first_minute_on_that_shows_the_value_alone() {
        DeviceRecord device = seen(
                reading("gate", EIGHT, people(40, 36_500)),
                reading("gate", minutes(1), same(5, 36_400)),
                reading("gate", minutes(2)),
                reading("gate", minutes(3), same(20, 36_400)));

        assertThat(rules.stuck(device)).isEqualTo(new Ill(minutes(1), 36_400, 20));
    }

    @Test
    void what_got_stuck_is_found_within_its_first_minutes_of_one_value() {
        DeviceRecord device = seen(
                reading("gate", EIGHT, people(40, 36_500)),
                reading("gate", minutes(1), same(10, 36_400)),
                reading("gate", minutes(2), same(10, 36_400)));

        assertThat(rules.stuck(device)).isEqualTo(new Ill(minutes(1), 36_400, 20));
    }

    /** Two values, half each: their standard deviation is half their distance. */
    private static DeviceRecord deviatingBy(int deviation, int readings) {
        return showing(IntStream.range(0, readings)
                .map(i -> 36_500 + (i % 2 == 0 ? deviation : -deviation))
                .toArray());
    }

    @ParameterizedTest
    @CsvSource({"50,50,true", "50,49,false", "100,50,false", "150,50,false"})
    void fifty_readings_that_deviate_by_less_than_a_tenth_are_not_of_people(
            int deviation, int readings, boolean found) {
        assertThat(rules.flat(deviatingBy(deviation, readings), false) instanceof Ill)
                .isEqualTo(found);
    }

    @Test
    void it_is_flat_until_it_deviates_by_half_as_much_again() {
        assertThat(rules.flat(deviatingBy(100, 50), true)).isInstanceOf(Ill.class);
        assertThat(rules.flat(deviatingBy(150, 50), true)).isEqualTo(WELL);
    }

    @Test
    void what_is_stuck_is_not_flat_too() {
        assertThat(rules.flat(showing(same(60, 36_500)), false)).isEqualTo(WELL);
    }

    @Test
    void people_are_not_flat() {
        assertThat(rules.flat(showing(people(60, 36_500)), false)).isEqualTo(WELL);
    }

    private static List<DeviceRecord> neighbours(int... medians) {
        return IntStream.of(medians)
                .mapToObj(median -> showing(people(20, median)))
                .toList();
    }

    @Test
    void a_degree_from_the_neighbours_is_no_drift_and_a_step_more_is_one() {
        assertThat(rules.drifting(showing(people(20, 37_500)), neighbours(36_500, 36_500), null))
                .isEqualTo(WELL);
        assertThat(rules.drifting(showing(people(20, 37_550)), neighbours(36_500, 36_500), null))
                .isEqualTo(new Ill(EIGHT, 1_050, 1_000));
        assertThat(rules.drifting(showing(people(20, 35_450)), neighbours(36_500, 36_500), null))
                .isEqualTo(new Ill(EIGHT, -1_050, 1_000));
    }

    @Test
    void a_drift_ends_within_two_thirds_of_the_limit() {
        assertThat(rules.drifting(showing(people(20, 37_200)), neighbours(36_500, 36_500), EIGHT))
                .isInstanceOf(Ill.class);
        assertThat(rules.drifting(showing(people(20, 37_150)), neighbours(36_500, 36_500), EIGHT))
                .isEqualTo(WELL);
    }

    @Test
    void a_drifting_neighbour_does_not_make_the_others_drift() {
        assertThat(rules.drifting(showing(people(20, 36_500)), neighbours(36_600, 33_500), null))
                .isEqualTo(WELL);
        assertThat(rules.drifting(showing(people(20, 36_500)), neighbours(36_600, 36_400, 33_500), null))
                .isEqualTo(WELL);
    }

    @Test
    void nineteen_readings_tell_of_no_drift_and_a_neighbour_of_nineteen_is_none() {
        assertThat(rules.drifting(showing(people(19, 38_500)), neighbours(36_500, 36_500), null))
                .isEqualTo(UNTOLD);
        List<DeviceRecord> oneAndAHalf = List.of(showing(people(20, 36_500)), showing(people(19, 36_500)));
        assertThat(rules.drifting(showing(people(20, 38_500)), oneAndAHalf, null))
                .isEqualTo(UNTOLD);
    }

    @Test
    void who_has_no_two_neighbours_is_held_against_what_it_showed_before() {
        DeviceRecord before = seen(reading("gate", EIGHT, people(20, 36_500)));

        assertThat(rules.drifting(before.with(reading("gate", minutes(30), people(20, 38_000))), List.of(), null))
                .isEqualTo(WELL);
        DeviceRecord drifted = before.with(reading("gate", minutes(30), people(20, 38_050)));
        assertThat(rules.drifting(drifted, List.of(), null)).isEqualTo(new Ill(minutes(30), 1_550, 1_500));
        assertThat(rules.drifting(
                        drifted.with(reading("gate", minutes(60), people(20, 38_050))), List.of(), minutes(30)))
                .isInstanceOf(Ill.class);
    }

    @ParameterizedTest
    @CsvSource({"9,false,false", "10,false,true", "5,true,true", "4,true,false"})
    void ten_missing_readings_are_a_gap_until_less_than_half_of_them_are(long missing, boolean stands, boolean found) {
        assertThat(rules.gaps(missing, stands, EIGHT) instanceof Ill).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "120000,false,false",
        "120001,false,true",
        "-120001,false,true",
        "60001,true,true",
        "60000,true,false",
    })
    void a_clock_may_be_off_by_two_minutes(long ahead, boolean stands, boolean found) {
        assertThat(rules.clock(seen(heartbeat("gate", EIGHT, "run", ahead)), stands) instanceof Ill)
                .isEqualTo(found);
    }

    @Test
    void without_heartbeats_readings_from_the_future_tell_of_the_clock() {
        var ahead = new Seen(
                "gate", EIGHT, EIGHT, EIGHT, null, null, Duration.ofMinutes(6).toMillis(), java.util.Map.of());

        assertThat(rules.clock(seen(ahead), false)).isEqualTo(new Ill(EIGHT, 360_000, 120_000));
    }

    @Test
    void a_calibration_holds_until_the_end_of_its_day_in_the_county() {
        LocalDate due = LocalDate.of(2026, 11, 24);
        Instant midnight = Instant.parse("2026-11-24T16:00:00Z");

        assertThat(rules.calibration(due, midnight.minusMillis(1))).isEqualTo(WELL);
        assertThat(rules.calibration(due, midnight)).isEqualTo(new Ill(midnight, 1, 0));
        assertThat(rules.calibration(null, midnight)).isEqualTo(WELL);
    }
}
