package io.feverline.alert.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feverline.alert.events.CheckpointStatusChanged;
import io.feverline.alert.events.DeviceFinding;
import io.feverline.alert.events.DeviceHealthChanged;
import io.feverline.alert.events.DeviceLimitFacts;
import io.feverline.alert.events.DeviceStatus;
import io.feverline.alert.events.PolicyAdopted;
import io.feverline.alert.events.SiteRuleFacts;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.rule.Site;
import io.feverline.alert.state.DevicesSeen;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.ingest.events.DeviceHeartbeat;
import io.feverline.ingest.events.Lane;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.registry.events.DeviceRegistered;
import io.feverline.registry.events.DeviceSequenceChanged;
import io.feverline.registry.events.MeasuringMode;
import io.feverline.registry.events.MeasuringSite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceWatchTopologyTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final String CHECKPOINT = "shangli-exit-north";
    private static final EventCodec<ReadingTaken> READINGS = EventCodec.of(ReadingTaken.class);
    private static final EventCodec<DeviceHealthChanged> HEALTH = EventCodec.of(DeviceHealthChanged.class);
    private static final EventCodec<CheckpointStatusChanged> STATUS = EventCodec.of(CheckpointStatusChanged.class);

    private Instant now = EIGHT;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver = new TopologyTestDriver(
            DetectionTopology.topology(
                    new EpisodeProcessor.Memory(Duration.ofHours(24), Duration.ofMinutes(10)),
                    Watches.SETTINGS,
                    () -> now,
                    new DetectionMeters(meters),
                    OpenTelemetry.noop().getTracer("test")),
            new Properties(),
            EIGHT);
    private final TestInputTopic<String, byte[]> live = input(Topic.Name.READINGS);
    private final TestInputTopic<String, byte[]> heartbeats = input(Topic.Name.HEARTBEATS);
    private final TestOutputTopic<String, byte[]> seen = output(Topic.Name.DEVICE_MINUTES);
    private final TestOutputTopic<String, byte[]> health = output(Topic.Name.DEVICE_HEALTH);
    private final TestOutputTopic<String, byte[]> statuses = output(Topic.Name.CHECKPOINT_STATUS);

    @BeforeEach
    void devices_are_registered() {
        register("gate-1", null);
        register("gate-2", null);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void register(String deviceId, @Nullable LocalDate calibrationDue) {
        var event = DeviceRegistered.newBuilder()
                .setDeviceId(deviceId)
                .setCheckpointId(CHECKPOINT)
                .setAreaCode("360322101")
                .setKeyHashes(List.of(ByteBuffer.wrap(new byte[32])))
                .setSite(MeasuringSite.FOREHEAD)
                .setMode(MeasuringMode.BODY)
                .setVersion(0)
                .setCalibrationDue(calibrationDue)
                .build();
        input(Topic.Name.DEVICES)
                .pipeInput(deviceId, EventCodec.of(DeviceRegistered.class).encode(event));
    }

    /** As many readings of a device, one a second, each of another traveller. */
    private void take(String deviceId, int count, int temperature) {
        for (int i = 0; i < count; i++) {
            String traveller = UUID.randomUUID().toString();
            ReadingTaken reading = Readings.forehead(temperature, now)
                    .setDeviceId(deviceId)
                    .setTraveller(Readings.traveller(traveller))
                    .build();
            live.pipeInput(traveller, READINGS.encode(reading), EIGHT);
        }
    }

    private void beat(String deviceId, long skew) {
        var heartbeat = DeviceHeartbeat.newBuilder()
                .setDeviceId(deviceId)
                .setCheckpointId(CHECKPOINT)
                .setAreaCode("360322101")
                .setReceivedAt(now)
                .setClock(now.plusMillis(skew))
                .setClockSkew(skew)
                .setClockSkewSamples(4)
                .setBootId("run")
                .build();
        heartbeats.pipeInput(deviceId, EventCodec.of(DeviceHeartbeat.class).encode(heartbeat));
    }

    /** The driver looks once each time at what is due. */
    private void pass(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); ) {
            now = now.plus(STEP);
            driver.advanceWallClockTime(STEP);
        }
    }

    private List<DeviceHealthChanged> told() {
        return health.readValuesToList().stream().map(HEALTH::decode).toList();
    }

    @Test
    void readings_cost_one_record_per_checkpoint_and_flush() {
        take("gate-1", 100, 36_500);
        take("gate-2", 100, 36_600);
        pass(Duration.ofSeconds(5));

        List<DevicesSeen> records = seen.readValuesToList().stream()
                .map(EventCodec.of(DevicesSeen.class)::decode)
                .filter(record -> record.getCheckpointId() != null)
                .toList();

        assertThat(records).hasSize(1);
        assertThat(records.get(0).getDevices()).hasSize(2);
    }

    @Test
    void how_far_was_read_is_told_at_once_of_what_came_and_after_two_looks_of_nothing() {
        pass(Duration.ofSeconds(5));
        assertThat(seen.isEmpty()).isTrue();

        pass(Duration.ofSeconds(5));

        assertThat(seen.readRecordsToList())
                .extracting(record -> record.key() + " "
                        + EventCodec.of(DevicesSeen.class)
                                .decode(record.value())
                                .getReadUpTo())
                .containsExactlyInAnyOrder("null " + now, "null " + now);
    }

    @Test
    void a_stuck_device_is_found_and_is_well_after_another_value() {
        take("gate-1", 20, 36_500);
        pass(Duration.ofSeconds(10));
        take("gate-1", 1, 36_700);
        pass(Duration.ofSeconds(10));

        assertThat(told())
                .extracting(
                        DeviceHealthChanged::getDeviceId,
                        DeviceHealthChanged::getFinding,
                        DeviceHealthChanged::getSince,
                        change -> change.getUntil() == null)
                .containsExactly(
                        tuple("gate-1", DeviceFinding.STUCK, EIGHT, true),
                        tuple("gate-1", DeviceFinding.STUCK, EIGHT, false));
    }

    @Test
    void a_device_is_judged_by_the_limits_that_are_in_force() {
        adopt(EIGHT.plusSeconds(60), 10);
        take("gate-1", 10, 36_500);
        pass(Duration.ofSeconds(30));
        assertThat(told()).isEmpty();

        pass(Duration.ofSeconds(45));

        assertThat(told()).extracting(DeviceHealthChanged::getFinding).containsExactly(DeviceFinding.STUCK);
    }

    /** By the default policy but for how many readings of one value are a stuck one. */
    private void adopt(Instant effectiveFrom, int sameReadings) {
        DeviceLimits limits = DeviceLimits.DEFAULT;
        var event = PolicyAdopted.newBuilder()
                .setVersion("county-1")
                .setEffectiveFrom(effectiveFrom)
                .setAdoptedAt(EIGHT)
                .setRecheckWindow(Duration.ofMinutes(30).toMillis())
                .setModerateAbove(38_000)
                .setHighFrom(39_100)
                .setRules(Arrays.stream(Site.values())
                        .map(site -> SiteRuleFacts.newBuilder()
                                .setSite(site.name())
                                .setOperator("ABOVE")
                                .setThreshold(37_300)
                                .build())
                        .toList())
                .setDevices(new DeviceLimitFacts(
                        limits.silence().toMillis(),
                        limits.usualPauses(),
                        limits.bootGrace().toMillis(),
                        sameReadings,
                        limits.medianOf(),
                        limits.deviationOf(),
                        limits.deviation(),
                        limits.drift(),
                        limits.ownDrift(),
                        limits.missing(),
                        limits.missingFor().toMillis(),
                        limits.clock().toMillis()))
                .build();
        input(Topic.Name.POLICIES)
                .pipeInput("county-1", EventCodec.of(PolicyAdopted.class).encode(event));
    }

    @Test
    void rechecks_do_not_tell_of_a_device() {
        for (int i = 0; i < 20; i++) {
            ReadingTaken recheck = Readings.forehead(36_500, now)
                    .setRecheckOf(UUID.randomUUID())
                    .build();
            live.pipeInput("gate-1", READINGS.encode(recheck), EIGHT);
        }
        pass(Duration.ofSeconds(10));

        assertThat(told()).isEmpty();
    }

    @Test
    void a_backlog_is_a_sign_of_life_and_counts_in_no_rate() {
        ReadingTaken late = Readings.forehead(36_500, EIGHT.minusSeconds(7_200))
                .setReceivedAt(EIGHT)
                .setLane(Lane.LATE)
                .build();
        input(Topic.Name.READINGS_BACKFILL).pipeInput("gate-1", READINGS.encode(late), EIGHT);
        pass(Duration.ofSeconds(10));

        CheckpointStatusChanged status = STATUS.decode(statuses.readValue());
        assertThat(status.getLastHour()).isZero();
        assertThat(status.getDevices())
                .extracting(DeviceStatus::getDeviceId, DeviceStatus::getLastHeardAt)
                .containsExactly(tuple("gate-1", EIGHT));
    }

    @Test
    void a_silent_device_is_found_while_others_are_heard_and_is_well_when_it_is_heard_again() {
        beat("gate-1", 0);
        for (int minute = 0; minute < 12; minute++) {
            beat("gate-2", 0);
            pass(Duration.ofMinutes(1));
        }
        beat("gate-1", 0);
        beat("gate-2", 0);
        pass(Duration.ofMinutes(1));

        assertThat(told())
                .extracting(DeviceHealthChanged::getDeviceId, change -> change.getUntil() == null)
                .containsExactly(tuple("gate-1", true), tuple("gate-1", false));
    }

    @Test
    void a_clock_that_is_off_is_found_in_heartbeats() {
        beat("gate-1", -180_000);
        pass(Duration.ofSeconds(20));

        assertThat(told())
                .extracting(DeviceHealthChanged::getFinding, DeviceHealthChanged::getValue)
                .containsExactly(tuple(DeviceFinding.CLOCK, -180_000L));
    }

    @Test
    void an_expired_calibration_is_found_by_the_registration() {
        register("gate-1", LocalDate.of(2026, 11, 23));
        beat("gate-1", 0);
        pass(Duration.ofSeconds(20));

        assertThat(told())
                .extracting(DeviceHealthChanged::getFinding, DeviceHealthChanged::getSince)
                .containsExactly(tuple(DeviceFinding.CALIBRATION, Instant.parse("2026-11-23T16:00:00Z")));
    }

    @Test
    void missing_readings_are_found_by_what_the_ledger_tells() {
        var facts = DeviceSequenceChanged.newBuilder()
                .setDeviceId("gate-1")
                .setMissing(12)
                .setGaps(1)
                .setDuplicates(0)
                .setReplays(0)
                .setLastHeardAt(EIGHT)
                .setVersion(1)
                .build();
        input(Topic.Name.DEVICE_FACTS)
                .pipeInput("gate-1", EventCodec.of(DeviceSequenceChanged.class).encode(facts));
        for (int minute = 0; minute < 32; minute++) {
            beat("gate-1", 0);
            pass(Duration.ofMinutes(1));
        }

        assertThat(told())
                .extracting(DeviceHealthChanged::getFinding, DeviceHealthChanged::getValue)
                .containsExactly(tuple(DeviceFinding.GAPS, 12L));
    }

    @Test
    void the_status_counts_live_readings_and_fevers_and_names_findings() {
        take("gate-1", 20, 36_500);
        take("gate-2", 1, 38_500);
        pass(Duration.ofMinutes(1));
        pass(Duration.ofSeconds(5));

        List<CheckpointStatusChanged> all =
                statuses.readValuesToList().stream().map(STATUS::decode).toList();
        CheckpointStatusChanged status = all.get(all.size() - 1);
        assertThat(status.getLastFiveMinutes()).isEqualTo(21);
        assertThat(status.getFeversOfLastHour()).isEqualTo(1);
        assertThat(status.getDevices())
                .extracting(DeviceStatus::getDeviceId, DeviceStatus::getFindings)
                .containsExactly(tuple("gate-1", List.of("STUCK")), tuple("gate-2", List.of()));
    }

    @Test
    void changes_are_cloud_events_keyed_by_device_and_finding() {
        take("gate-1", 20, 36_500);
        pass(Duration.ofSeconds(10));

        TestRecord<String, byte[]> change = health.readRecord();

        assertThat(change.key()).isEqualTo("gate-1/STUCK");
        assertThat(new String(change.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.feverline.device.health.changed.v1");
    }

    @Test
    void a_heartbeat_that_cannot_be_read_is_set_aside_and_the_rest_goes_on() {
        heartbeats.pipeInput("gate-1", new byte[] {1, 2, 3});
        beat("gate-1", 0);
        pass(Duration.ofSeconds(20));

        assertThat(output(Topic.Name.ALERT_DEAD_LETTERS).readRecord().value()).containsExactly(1, 2, 3);
        assertThat(statuses.isEmpty()).isFalse();
        assertThat(meters.get("feverline.dead.letters")
                        .tag("topic", Topic.Name.HEARTBEATS)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private TestInputTopic<String, byte[]> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
