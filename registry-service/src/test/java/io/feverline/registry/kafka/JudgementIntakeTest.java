package io.feverline.registry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.events.DeviceFinding;
import io.feverline.alert.events.DeviceHealthChanged;
import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.alert.events.VerdictKind;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.registry.Database;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class JudgementIntakeTest {
    private static final EventCodec<EpisodeChanged> EPISODES = EventCodec.of(EpisodeChanged.class);
    private static final EventCodec<DeviceHealthChanged> HEALTH = EventCodec.of(DeviceHealthChanged.class);
    private static final Instant SINCE = Instant.parse("2020-01-26T01:00:00Z");
    private static final Instant UNTIL = Instant.parse("2020-01-26T02:00:00Z");

    private final UUID reading = UUID.randomUUID();
    private final String device = "gate-" + UUID.randomUUID();

    @Inject
    JudgementIntake intake;

    @Inject
    RecordedSender brokers;

    @Inject
    Database database;

    @Test
    void a_verdict_is_kept() {
        take(List.of(told(reading, "default-2", false)));

        var verdict = database.row("SELECT * FROM verdict WHERE reading_id = $1", reading);
        assertThat(verdict.getString("kind")).isEqualTo("FEVER");
        assertThat(verdict.getInteger("temperature")).isEqualTo(38_200);
        assertThat(verdict.getInteger("threshold")).isEqualTo(37_300);
        assertThat(verdict.getString("policy_version")).isEqualTo("default-2");
    }

    @Test
    void a_verdict_that_is_told_again_changes_nothing() {
        var told = told(reading, "default-2", false);

        take(List.of(told, told));
        take(List.of(told));

        assertThat(verdicts()).isEqualTo(1);
    }

    @Test
    void a_test_of_the_way_is_no_verdict() {
        take(List.of(told(reading, "default-2", true)));

        assertThat(verdicts()).isZero();
    }

    @Test
    void an_episode_stands_as_its_highest_revision_says_in_whichever_order_they_come() {
        take(List.of(episode(EpisodeState.CONFIRMED, 2), episode(EpisodeState.SUSPECTED, 0)));
        take(List.of(episode(EpisodeState.CLEARED, 1)));

        var episode = database.row("SELECT * FROM episode WHERE id = $1", episodeOf(reading));
        assertThat(episode.getString("state")).isEqualTo("CONFIRMED");
        assertThat(episode.getOffsetDateTime("opened_at").toInstant()).isEqualTo(SINCE);
    }

    @Test
    void an_episode_goes_on() {
        take(List.of(episode(EpisodeState.SUSPECTED, 0)));
        take(List.of(episode(EpisodeState.CLEARED, 1)));

        assertThat(database.row("SELECT state FROM episode WHERE id = $1", episodeOf(reading))
                        .getString(0))
                .isEqualTo("CLEARED");
    }

    @Test
    void a_test_of_the_way_is_no_episode() {
        take(List.of(told(reading, "default-2", true)));

        assertThat(database.count("SELECT count(*) FROM episode WHERE id = $1", episodeOf(reading)))
                .isZero();
    }

    @Test
    void what_is_wrong_with_a_device_is_so_until_its_end_is_told() {
        take(List.of(health(device, null)));
        assertThat(findings("until IS NULL")).isEqualTo(1);

        take(List.of(health(device, UNTIL)));
        assertThat(findings("until = '2020-01-26T02:00:00Z'")).isEqualTo(1);
    }

    @Test
    void an_end_stays_when_the_beginning_is_told_again() {
        take(List.of(health(device, UNTIL), health(device, null)));
        take(List.of(health(device, null)));

        assertThat(findings("until = '2020-01-26T02:00:00Z'")).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_or_stored_is_put_aside_and_stops_nobody_else() {
        UUID refused = UUID.randomUUID();
        String poison = "poison-" + device;

        take(List.of(
                new ConsumerRecord<>("alerts", 0, 0, poison.getBytes(UTF_8), new byte[] {1, 2, 3}),
                new ConsumerRecord<byte[], byte[]>("device-health", 0, 0, poison.getBytes(UTF_8), null),
                told(refused, "policy\0one", false),
                told(reading, "default-2", false),
                health(device, null)));

        assertThat(brokers.sent(Topic.Name.REGISTRY_DEAD_LETTERS, poison)).hasSize(2);
        assertThat(brokers.sent(Topic.Name.REGISTRY_DEAD_LETTERS, refused.toString()))
                .hasSize(1);
        assertThat(verdicts()).isEqualTo(1);
        assertThat(findings("finding = 'DRIFTING'")).isEqualTo(1);
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> records) {
        intake.take(records).await().indefinitely();
    }

    private long verdicts() {
        return database.count("SELECT count(*) FROM verdict WHERE reading_id = $1", reading);
    }

    private long findings(String how) {
        return database.count("SELECT count(*) FROM device_finding WHERE device_id = $1 AND " + how, device);
    }

    private ConsumerRecord<byte[], byte[]> episode(EpisodeState state, int revision) {
        return record(change(reading).setState(state).setRevision(revision));
    }

    private static UUID episodeOf(UUID reading) {
        return UUID.nameUUIDFromBytes(reading.toString().getBytes(UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> told(UUID reading, String policy, boolean synthetic) {
        return record(change(reading).setPolicyVersion(policy).setSynthetic(synthetic));
    }

    private static ConsumerRecord<byte[], byte[]> record(EpisodeChanged.Builder change) {
        byte[] key = change.getReadingId().toString().getBytes(UTF_8);
        return new ConsumerRecord<>("alerts", 0, 0, key, EPISODES.encode(change.build()));
    }

    private static EpisodeChanged.Builder change(UUID reading) {
        return EpisodeChanged.newBuilder()
                .setEpisodeId(episodeOf(reading))
                .setState(EpisodeState.SUSPECTED)
                .setOpenedAt(SINCE)
                .setOpenedBy(reading)
                .setReadingId(reading)
                .setMeasuredAt(SINCE)
                .setReceivedAt(SINCE)
                .setDeviceId("device-1")
                .setCheckpointId("shangli-exit-north")
                .setAreaCode("360322101")
                .setSite("FOREHEAD")
                .setTemperature(38_200)
                .setVerdict(VerdictKind.FEVER)
                .setPolicyVersion("default-2")
                .setThreshold(37_300);
    }

    private static ConsumerRecord<byte[], byte[]> health(String device, @Nullable Instant until) {
        var change = DeviceHealthChanged.newBuilder()
                .setDeviceId(device)
                .setFinding(DeviceFinding.DRIFTING)
                .setCheckpointId("shangli-exit-north")
                .setAreaCode("360322101")
                .setSince(SINCE)
                .setUntil(until)
                .setValue(900)
                .setLimit(500)
                .setAt(SINCE)
                .build();
        return new ConsumerRecord<>("device-health", 0, 0, device.getBytes(UTF_8), HEALTH.encode(change));
    }
}
