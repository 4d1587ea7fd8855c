package io.feverline.alert.device;

import static io.feverline.alert.device.Devices.EIGHT;
import static io.feverline.alert.device.Devices.minutes;
import static io.feverline.alert.device.Devices.people;
import static io.feverline.alert.device.Devices.reading;
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

class DeviceRecordTest {
    private static DeviceRecord of(List<Seen> all) {
        DeviceRecord device = DeviceRecord.of(all.get(0));
        for (Seen seen : all.subList(1, all.size())) {
            device = device.with(seen);
        }
        return device;
    }

    @Property
    void in_whatever_order_readings_are_told_they_are_remembered_the_same(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 2_000) Integer> minutes, @ForAll Random random) {
        List<Seen> all = new ArrayList<>();
        for (int minute : minutes) {
            all.add(reading("gate", minutes(minute), 36_000 + minute));
        }
        DeviceRecord inOrder = of(all);

        Collections.shuffle(all, random);

        assertThat(of(all)).isEqualTo(inOrder);
    }

    @Test
    void the_newest_hour_is_kept_by_the_minute_and_what_is_before_by_the_hour() {
        var all = new ArrayList<Seen>();
        for (int minute = 0; minute < 180; minute++) {
            all.add(reading("gate", minutes(minute), 36_500));
        }

        // 08:00 to 09:00, 09:00 to 09:59, and the minutes from 09:59 on.
        assertThat(of(all).slots()).hasSize(2 + 61);
        assertThat(of(all).since(EIGHT).size()).isEqualTo(180);
    }

    @Test
    void what_is_a_day_old_is_forgotten() {
        DeviceRecord device =
                of(List.of(reading("gate", EIGHT, 36_500), reading("gate", EIGHT.plus(Duration.ofHours(25)), 36_500)));

        assertThat(device.slots()).hasSize(1);
    }

    @Test
    void the_newest_readings_are_as_few_minutes_as_have_enough() {
        DeviceRecord device = of(List.of(
                reading("gate", EIGHT, people(10, 36_500)),
                reading("gate", minutes(1), people(10, 36_500)),
                reading("gate", minutes(2), people(10, 36_500))));

        assertThat(device.newest(31)).isNull();
        assertThat(device.newest(20)).extracting(DeviceRecord.Sample::since).isEqualTo(minutes(1));
    }

    @Test
    void another_run_is_noted_with_its_first_sign_of_life() {
        DeviceRecord device = of(List.of(
                Devices.heartbeat("gate", EIGHT, "run-1", 0),
                Devices.heartbeat("gate", minutes(1), "run-2", 0),
                Devices.heartbeat("gate", minutes(2), "run-2", 0)));

        assertThat(device.bootedAt()).isEqualTo(minutes(1));
    }
}
