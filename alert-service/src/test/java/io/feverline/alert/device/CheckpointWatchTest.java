package io.feverline.alert.device;

import static io.feverline.alert.device.Devices.EIGHT;
import static io.feverline.alert.device.Devices.LIMITS;
import static io.feverline.alert.device.Devices.UNHEARD;
import static io.feverline.alert.device.Devices.ZONE;
import static io.feverline.alert.device.Devices.heartbeat;
import static io.feverline.alert.device.Devices.minutes;
import static io.feverline.alert.device.Devices.people;
import static io.feverline.alert.device.Devices.reading;
import static io.feverline.alert.device.Devices.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointWatchTest {
    private static final String AREA = "360322101";

    private final CheckpointWatch watch = new CheckpointWatch("exit", AREA);
    private final Observation observation = new Observation();
    private final Map<String, Registration> registered = new HashMap<>();

    private void see(Seen... seen) {
        for (Seen each : seen) {
            registered.putIfAbsent(each.deviceId(), Devices.registration(each.deviceId()));
        }
        watch.take(AREA, List.of(seen));
    }

    /** Everything was read up to then, and somebody was heard. */
    private List<HealthChange> judged(Instant now) {
        observation.told("readings-0", now, now, UNHEARD);
        return judged();
    }

    private List<HealthChange> judged() {
        return watch.judge(LIMITS, ZONE, observation, registered::get);
    }

    @Test
    void a_finding_is_told_once_and_so_is_its_end() {
        see(reading("gate", EIGHT, same(20, 36_500)));
        assertThat(judged(minutes(1)))
                .extracting(HealthChange::finding, HealthChange::since, HealthChange::until)
                .containsExactly(tuple(Finding.STUCK, EIGHT, null));
        assertThat(judged(minutes(2))).isEmpty();

        see(reading("gate", minutes(2), 36_600));

        assertThat(judged(minutes(3)))
                .extracting(HealthChange::finding, HealthChange::since, HealthChange::until)
                .containsExactly(tuple(Finding.STUCK, EIGHT, minutes(3)));
        assertThat(judged(minutes(4))).isEmpty();
    }

    @Test
    void a_second_one_begins_after_the_first_has_ended() {
        see(reading("gate", EIGHT, same(20, 36_500)));
        judged(minutes(1));
        see(reading("gate", minutes(1), 36_600));
        judged(minutes(2));
        see(reading("gate", minutes(2).minusMillis(1), 36_500), reading("gate", minutes(3), same(20, 36_500)));

        assertThat(judged(minutes(4)))
                .extracting(HealthChange::finding, HealthChange::since)
                .containsExactly(tuple(Finding.STUCK, minutes(3)));
    }

    @Test
    void gaps_are_told_when_a_backlog_has_not_closed_them_in_half_an_hour() {
        see(heartbeat("gate", EIGHT, "run", 0));
        registered.put("gate", Devices.registration("gate").withMissing(10));
        judged(minutes(1));
        see(heartbeat("gate", minutes(31), "run", 0));

        assertThat(judged(minutes(31).minusMillis(1))).isEmpty();
        assertThat(judged(minutes(31)))
                .extracting(HealthChange::finding, HealthChange::since, HealthChange::value)
                .containsExactly(tuple(Finding.GAPS, minutes(1), 10L));
    }

    @Test
    void gaps_that_close_in_time_are_not_told() {
        see(heartbeat("gate", EIGHT, "run", 0));
        registered.put("gate", Devices.registration("gate").withMissing(10));
        judged(minutes(1));
        registered.put("gate", Devices.registration("gate"));
        see(heartbeat("gate", minutes(20), "run", 0));
        judged(minutes(20));
        registered.put("gate", Devices.registration("gate").withMissing(10));
        see(heartbeat("gate", minutes(32), "run", 0));

        assertThat(judged(minutes(32))).isEmpty();
    }

    @Test
    void as_long_as_one_source_is_behind_nobody_is_silent() {
        observation.expect("readings-1", minutes(1));
        see(heartbeat("gate", EIGHT, "run", 0));

        assertThat(judged(minutes(30))).isEmpty();
        for (int minute = 31; minute < 36; minute++) {
            observation.told("readings-1", minutes(minute), minutes(1), UNHEARD);
            assertThat(judged(minutes(minute))).isEmpty();
        }
        observation.told("readings-1", minutes(36), minutes(1), UNHEARD);

        assertThat(judged(minutes(36))).extracting(HealthChange::finding).containsExactly(Finding.SILENT);
    }

    @Test
    void when_nobody_is_heard_nobody_is_silent_and_afterwards_each_has_its_time() {
        see(heartbeat("gate", EIGHT, "run", 0), heartbeat("other", EIGHT, "run", 0));
        judged(EIGHT);
        observation.told("readings-0", minutes(60), EIGHT, UNHEARD);
        assertThat(judged()).isEmpty();

        for (int minute = 61; minute <= 66; minute++) {
            see(heartbeat("other", minutes(minute), "run", 0));
            assertThat(judged(minutes(minute))).isEmpty();
        }

        assertThat(judged(minutes(66).plusMillis(1)))
                .extracting(HealthChange::deviceId, HealthChange::finding)
                .containsExactly(tuple("gate", Finding.SILENT));
    }

    @Test
    void a_device_that_was_taken_away_has_nothing_that_is_wrong_with_it() {
        see(reading("gate", EIGHT, same(20, 36_500)));
        judged(minutes(1));
        registered.clear();

        assertThat(judged(minutes(6)))
                .extracting(HealthChange::finding, HealthChange::until)
                .containsExactly(tuple(Finding.STUCK, minutes(6)));
        assertThat(watch.devices()).isEmpty();
    }

    @Test
    void an_expired_calibration_goes_along_with_a_device_that_was_moved() {
        register("gate", "exit", LocalDate.of(2026, 11, 20));
        see(heartbeat("gate", EIGHT, "boot-1", 0));
        assertThat(judged(minutes(1))).extracting(HealthChange::finding).containsExactly(Finding.CALIBRATION);
        register("gate", "station", LocalDate.of(2026, 11, 20));

        assertThat(judged(minutes(6))).isEmpty();
        assertThat(watch.devices()).isEmpty();
    }

    private void register(String device, String checkpoint, LocalDate calibrationDue) {
        registered.put(device, new Registration(device, checkpoint, AREA, false, calibrationDue, 0));
    }

    @Test
    void what_stands_is_told_again_by_whoever_goes_on() {
        see(reading("gate", EIGHT, same(20, 36_500)));
        HealthChange told = judged(minutes(1)).get(0);
        var successor = new CheckpointWatch("exit", AREA);
        watch.devices().forEach(successor::remember);

        assertThat(successor.retold(minutes(1))).containsExactly(told);
    }

    @Test
    void the_status_counts_whole_minutes() {
        see(
                reading("gate", minutes(0), people(4, 36_500)),
                reading("gate", minutes(50), people(3, 36_500)),
                reading("gate", minutes(56), people(2, 36_500)),
                reading("gate", minutes(60), people(1, 36_500)));

        CheckpointStatus status = watch.status(minutes(60).plusSeconds(30));

        assertThat(status.lastFiveMinutes()).isEqualTo(2);
        assertThat(status.lastQuarterHour()).isEqualTo(5);
        assertThat(status.lastHour()).isEqualTo(9);
        assertThat(status.lastReadingAt()).isEqualTo(minutes(60));
    }

    @Test
    void the_status_names_what_is_wrong_with_each_device() {
        see(reading("gate", EIGHT, same(20, 36_500)), reading("other", EIGHT, people(20, 36_500)));
        judged(minutes(1));

        assertThat(watch.status(minutes(1)).devices())
                .extracting(CheckpointStatus.DeviceStatus::deviceId, CheckpointStatus.DeviceStatus::findings)
                .containsExactly(tuple("gate", java.util.Set.of(Finding.STUCK)), tuple("other", java.util.Set.of()));
    }
}
