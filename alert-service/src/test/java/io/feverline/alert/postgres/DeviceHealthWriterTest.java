package io.feverline.alert.postgres;

import static io.feverline.alert.Changes.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Health;
import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.CheckpointStatus.DeviceStatus;
import io.feverline.alert.device.Finding;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertChange.Cause;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.DeviceAlert.State;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class DeviceHealthWriterTest {
    private static final AreaScope COUNTY = AreaScope.of("360322");

    @Inject
    DeviceHealthWriter writer;

    @Inject
    DeviceAlerts alerts;

    @Inject
    AlertWriter alertWriter;

    @Inject
    AlertReader reader;

    private final String device = "device-" + UUID.randomUUID();
    private long before;

    @BeforeEach
    void remember() {
        before = await(reader.head());
    }

    @Test
    void what_is_found_is_an_open_device_alert_and_a_change_of_the_stream() {
        HealthChange found = Health.found(device, Finding.SILENT, EIGHT);

        store(found);

        DeviceAlert alert = stored(found);
        assertThat(alert.found()).isEqualTo(found);
        assertThat(alert.state()).isEqualTo(State.OPEN);
        assertThat(changes())
                .extracting(AlertChange::cause, AlertChange::device)
                .containsExactly(tuple(Cause.DEVICE, alert));
    }

    @Test
    void told_again_or_as_of_earlier_it_changes_nothing() {
        HealthChange found = Health.found(device, Finding.STUCK, EIGHT);
        HealthChange ended = Health.ended(found, EIGHT.plusSeconds(600));
        store(found, ended);
        long after = await(reader.head());

        store(found);
        store(ended, found, ended);

        assertThat(stored(found).found().until()).isEqualTo(ended.until());
        assertThat(await(reader.head())).isEqualTo(after);
    }

    @Test
    void what_is_found_again_after_its_end_is_open_again() {
        HealthChange found = Health.found(device, Finding.CALIBRATION, EIGHT);
        store(found);
        store(Health.ended(found, EIGHT.plusSeconds(600)));

        store(Health.again(found, EIGHT.plusSeconds(601)));

        assertThat(stored(found).state()).isEqualTo(State.OPEN);
        assertThat(stored(found).found().until()).isNull();
    }

    @Test
    void what_ends_before_anybody_acknowledges_it_is_closed() {
        HealthChange found = Health.found(device, Finding.STUCK, EIGHT);
        store(found);

        store(Health.ended(found, EIGHT.plusSeconds(600)));

        assertThat(stored(found).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void what_somebody_has_acknowledged_stays_theirs_when_it_ends() {
        HealthChange found = Health.found(device, Finding.STUCK, EIGHT);
        store(found);
        await(alerts.act(
                DeviceAlert.idOf(found),
                new DeviceAlerts.Order(DeviceAlert.Action.ACKNOWLEDGE, "li", null, EIGHT),
                COUNTY,
                alert -> true));

        store(Health.ended(found, EIGHT.plusSeconds(600)));

        assertThat(stored(found).state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void one_that_begins_later_ends_one_whose_end_nobody_told() {
        HealthChange first = Health.found(device, Finding.STUCK, EIGHT);
        HealthChange second = Health.found(device, Finding.STUCK, EIGHT.plusSeconds(3_600));
        store(first);

        store(second);

        assertThat(stored(first).found().until()).isEqualTo(second.since());
        assertThat(stored(second).found().until()).isNull();
    }

    @Test
    void an_end_and_the_next_beginning_are_stored_together_as_they_were() {
        HealthChange first = Health.found(device, Finding.STUCK, EIGHT);
        HealthChange second = Health.found(device, Finding.STUCK, EIGHT.plusSeconds(3_600));
        store(first);

        store(second, Health.ended(first, EIGHT.plusSeconds(600)));

        assertThat(stored(first).found().until()).isEqualTo(EIGHT.plusSeconds(600));
        assertThat(stored(second).found().until()).isNull();
    }

    @Test
    void readings_measured_while_the_device_was_ill_are_unverified_from_its_beginning_to_before_its_end() {
        EpisodeTold justBefore = fever(EIGHT.minusMillis(1));
        EpisodeTold first = fever(EIGHT);
        EpisodeTold last = fever(EIGHT.plusSeconds(600).minusMillis(1));
        EpisodeTold after = fever(EIGHT.plusSeconds(600));
        HealthChange found = Health.found(device, Finding.DRIFTING, EIGHT);

        store(found, Health.ended(found, EIGHT.plusSeconds(600)));

        assertThat(List.of(justBefore, first, last, after))
                .extracting(this::isUnverified)
                .containsExactly(false, true, true, false);
    }

    @Test
    void each_reading_of_an_episode_is_unverified_by_its_own_device() {
        EpisodeTold opening = fever(EIGHT);
        EpisodeTold recheck = Changes.next(opening, EpisodeState.CONFIRMED);
        await(alertWriter.store(List.of(recheck)));

        store(Health.found(device, Finding.STUCK, EIGHT));

        assertThat(await(reader.readings(opening.alertId())))
                .extracting(TakenReading::deviceId, TakenReading::unverified)
                .containsExactly(tuple(device, true), tuple(recheck.reading().deviceId(), false));
    }

    @Test
    void silence_makes_no_reading_unverified() {
        EpisodeTold fever = fever(EIGHT);

        store(Health.found(device, Finding.SILENT, EIGHT));

        assertThat(isUnverified(fever)).isFalse();
    }

    @Test
    void the_open_alerts_of_a_device_that_has_fallen_ill_are_told_again() {
        EpisodeTold earlier = fever(EIGHT.minusSeconds(1));
        EpisodeTold fever = fever(EIGHT);
        before = await(reader.head());

        store(Health.found(device, Finding.FLAT, EIGHT));

        assertThat(changes())
                .filteredOn(change -> change.device() == null)
                .extracting(
                        change -> change.alert().id(),
                        change -> change.alert().opening().unverified())
                .containsExactly(tuple(fever.alertId(), true))
                .doesNotContain(tuple(earlier.alertId(), false));
    }

    @Test
    void the_newest_status_of_a_checkpoint_stays() {
        String checkpoint = "status-" + UUID.randomUUID();
        CheckpointStatus older = status(checkpoint, EIGHT, 1);
        CheckpointStatus newer = status(checkpoint, EIGHT.plusSeconds(5), 2);

        await(writer.storeStatus(List.of(newer, older)));
        await(writer.storeStatus(List.of(older)));

        assertThat(await(alerts.statuses(COUNTY)))
                .filteredOn(status -> status.checkpointId().equals(checkpoint))
                .containsExactly(newer);
        assertThat(await(alerts.statuses(AreaScope.of("360323")))).isEmpty();
    }

    private CheckpointStatus status(String checkpoint, Instant at, int readings) {
        return new CheckpointStatus(
                checkpoint,
                "360322101",
                at,
                at,
                readings,
                readings,
                readings,
                0,
                List.of(new DeviceStatus(device, at, Set.of(Finding.STUCK))));
    }

    /** A fever that the device took. */
    private EpisodeTold fever(Instant at) {
        EpisodeTold fever = Changes.by(device, Changes.opening("exit", "360322101", at));
        await(alertWriter.store(List.of(fever)));
        return fever;
    }

    private boolean isUnverified(EpisodeTold fever) {
        return await(reader.find(fever.alertId(), COUNTY))
                .orElseThrow()
                .opening()
                .unverified();
    }

    private void store(HealthChange... changes) {
        await(writer.store(List.of(changes)));
    }

    private DeviceAlert stored(HealthChange found) {
        return await(alerts.find(DeviceAlert.idOf(found), COUNTY)).orElseThrow();
    }

    private List<AlertChange> changes() {
        return await(reader.changesAfter(before, 100));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
