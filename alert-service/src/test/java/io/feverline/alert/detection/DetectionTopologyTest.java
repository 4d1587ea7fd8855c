package io.feverline.alert.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feverline.alert.events.EpisodeChanged;
import io.feverline.alert.events.EpisodeState;
import io.feverline.alert.events.PolicyAdopted;
import io.feverline.alert.events.SiteRuleFacts;
import io.feverline.alert.events.VerdictKind;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.ingest.events.Lane;
import io.feverline.ingest.events.Mode;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.events.SealedTraveller;
import io.feverline.ingest.events.Site;
import io.feverline.registry.events.KeyRegionListed;
import io.feverline.registry.events.RegionLevel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DetectionTopologyTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final EventCodec<ReadingTaken> READINGS = EventCodec.of(ReadingTaken.class);
    private static final EventCodec<EpisodeChanged> CHANGES = EventCodec.of(EpisodeChanged.class);

    private Instant now = EIGHT;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk tracing = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    private final TopologyTestDriver driver = new TopologyTestDriver(
            DetectionTopology.topology(
                    new EpisodeProcessor.Memory(Duration.ofHours(24), Duration.ofMinutes(10)),
                    Watches.SETTINGS,
                    () -> now,
                    new DetectionMeters(meters),
                    tracing.getTracer("test")),
            new Properties(),
            EIGHT);
    private final TestInputTopic<String, byte[]> live = input(Topic.Name.READINGS);
    private final TestInputTopic<String, byte[]> backfill = input(Topic.Name.READINGS_BACKFILL);
    private final TestOutputTopic<String, byte[]> alerts = output(Topic.Name.ALERTS);
    private final TestOutputTopic<String, byte[]> deadLetters = output(Topic.Name.ALERT_DEAD_LETTERS);

    @AfterEach
    void close() {
        driver.close();
        tracing.close();
    }

    @Test
    void the_trace_of_a_reading_goes_on_into_the_alerts_change_record() {
        var headers = new RecordHeaders();
        headers.add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
        ReadingTaken fever = Readings.forehead(38_200, EIGHT)
                .setTraveller(Readings.traveller("traveller-a"))
                .build();
        live.pipeInput(new TestRecord<>("traveller-a", READINGS.encode(fever), headers, EIGHT));

        var span = spans.getFinishedSpanItems().get(0);
        assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getName()).isEqualTo("process readings");
        assertThat(span.getAttributes().asMap().values()).doesNotContain("traveller-a");
        assertThat(new String(
                        alerts.readRecord().headers().lastHeader("traceparent").value(), UTF_8))
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-" + span.getSpanId() + "-01");
    }

    @Test
    void a_travellers_fever_is_suspected_then_confirmed_then_another_day_another() {
        send(Readings.forehead(36_600, EIGHT).setTraveller(Readings.traveller("li")));
        send(Readings.forehead(38_200, minutes(10)).setTraveller(Readings.traveller("li")));
        send(Readings.forehead(38_500, minutes(11)).setTraveller(Readings.traveller("wang")));
        send(Readings.forehead(38_100, minutes(15)).setTraveller(Readings.traveller("li")));
        send(Readings.forehead(36_900, minutes(16)).setTraveller(Readings.traveller("wang")));
        send(Readings.forehead(38_000, minutes(60)).setTraveller(Readings.traveller("li")));

        assertThat(told())
                .extracting(c -> c.getTravellerToken() + " " + c.getState())
                .containsExactly("li SUSPECTED", "wang SUSPECTED", "li CONFIRMED", "wang CLEARED", "li SUSPECTED");
    }

    @Test
    void two_anonymous_fevers_at_one_gate_are_two_episodes_and_a_recheck_finds_its_own() {
        ReadingTaken first = send(Readings.forehead(38_000, EIGHT));
        send(Readings.forehead(38_000, EIGHT.plusSeconds(2)));
        send(Readings.forehead(36_600, EIGHT.plusSeconds(4)));
        ReadingTaken recheck = send(Readings.forehead(34_000, minutes(5)).setRecheckOf(first.getId()));
        send(Readings.forehead(36_800, minutes(10)).setRecheckOf(recheck.getId()));

        List<EpisodeChanged> told = told();

        assertThat(told)
                .extracting(EpisodeChanged::getVerdict)
                .containsExactly(VerdictKind.FEVER, VerdictKind.FEVER, VerdictKind.INVALID_COLD, VerdictKind.NORMAL);
        assertThat(told.get(1).getEpisodeId()).isNotEqualTo(told.get(0).getEpisodeId());
        assertThat(told.get(3).getEpisodeId()).isEqualTo(told.get(0).getEpisodeId());
        assertThat(told.get(3).getState()).isEqualTo(EpisodeState.CLEARED);
    }

    @Test
    void a_redelivered_reading_tells_the_same_byte_for_byte() {
        ReadingTaken opening = send(Readings.forehead(38_000, EIGHT).setTraveller(Readings.traveller("li")));
        TestRecord<String, byte[]> before = alerts.readRecord();

        live.pipeInput("li", READINGS.encode(opening));

        TestRecord<String, byte[]> after = alerts.readRecord();
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(after.headers()).isEqualTo(before.headers());
        assertThat(after.getRecordTime()).isEqualTo(before.getRecordTime());
    }

    @Test
    void another_devices_recheck_of_an_anonymous_fever_finds_it_whatever_its_site() {
        ReadingTaken fever = send(Readings.forehead(38_000, EIGHT));

        send(Readings.forehead(36_800, minutes(10))
                .setDeviceId("hand-held-7")
                .setSite(Site.AXILLARY)
                .setTraveller(Readings.traveller("li"))
                .setRecheckOf(fever.getId()));

        assertThat(told())
                .extracting(EpisodeChanged::getOpenedBy, EpisodeChanged::getState)
                .containsExactly(
                        tuple(fever.getId(), EpisodeState.SUSPECTED), tuple(fever.getId(), EpisodeState.CLEARED));
    }

    @Test
    void a_fever_that_comes_in_after_its_normal_recheck_is_cleared_by_it() {
        send(Readings.forehead(36_900, minutes(10)).setTraveller(Readings.traveller("li")));
        send(Readings.forehead(36_800, minutes(12)).setTraveller(Readings.traveller("li")));
        assertThat(told()).isEmpty();

        send(Readings.forehead(38_200, EIGHT).setTraveller(Readings.traveller("li")));

        assertThat(told()).last().satisfies(change -> {
            assertThat(change.getState()).isEqualTo(EpisodeState.CLEARED);
            assertThat(change.getMeasuredAt()).isEqualTo(minutes(12));
        });
    }

    @Test
    void a_synthetic_fever_is_told_as_such_and_is_not_counted() {
        send(Readings.forehead(41_000, EIGHT).setSynthetic(true));

        assertThat(told()).singleElement().satisfies(change -> {
            assertThat(change.getSynthetic()).isTrue();
            assertThat(change.getState()).isEqualTo(EpisodeState.SUSPECTED);
        });
        assertThat(meters.get("feverline.verdicts")
                        .tag("verdict", "fever")
                        .functionCounter()
                        .count())
                .isZero();
    }

    @Test
    void a_synthetic_fever_leaves_nothing_behind() {
        ReadingTaken synthetic = send(Readings.forehead(41_000, EIGHT).setSynthetic(true));
        EpisodeChanged first = told().get(0);
        send(synthetic);
        assertThat(told()).containsExactly(first);

        now = EIGHT.plus(Duration.ofHours(1));
        driver.advanceWallClockTime(Duration.ofHours(1));

        assertThat(told()).isEmpty();
        assertThat(driver.<String, Object>getKeyValueStore(DetectionTopology.BOOKS)
                        .all())
                .isExhausted();
    }

    @Test
    void a_synthetic_reading_that_is_no_fever_is_nothing() {
        send(Readings.forehead(36_600, EIGHT).setSynthetic(true));

        assertThat(told()).isEmpty();
    }

    @Test
    void a_normal_recheck_waits_for_the_fever_that_it_names() {
        ReadingTaken fever = Readings.forehead(38_000, EIGHT).build();
        send(Readings.forehead(36_800, minutes(10)).setDeviceId("hand-held-7").setRecheckOf(fever.getId()));

        send(fever);

        assertThat(told())
                .extracting(EpisodeChanged::getState)
                .containsExactly(EpisodeState.SUSPECTED, EpisodeState.CLEARED);
    }

    @Test
    void a_feverish_recheck_does_not_wait_for_a_fever_that_nobody_knows() {
        ReadingTaken recheck = send(Readings.forehead(38_000, EIGHT).setRecheckOf(UUID.randomUUID()));

        assertThat(told()).extracting(EpisodeChanged::getOpenedBy).containsExactly(recheck.getId());
    }

    @Test
    void two_travellers_are_two_episodes_though_one_says_to_recheck_the_other() {
        ReadingTaken li = send(Readings.forehead(38_000, EIGHT).setTraveller(Readings.traveller("li")));
        ReadingTaken wang = send(Readings.forehead(38_000, minutes(5))
                .setTraveller(Readings.traveller("wang"))
                .setRecheckOf(li.getId()));

        assertThat(told()).extracting(EpisodeChanged::getOpenedBy).containsExactly(li.getId(), wang.getId());
    }

    @Test
    void a_fever_that_nobody_rechecks_expires_once() {
        send(Readings.forehead(38_000, EIGHT));
        now = minutes(30).plusMillis(300);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        now = minutes(31);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(told())
                .extracting(EpisodeChanged::getState)
                .containsExactly(EpisodeState.SUSPECTED, EpisodeState.EXPIRED);
    }

    @Test
    void bare_skin_is_judged_with_the_offsets_of_device_and_site() {
        send(Readings.forehead(35_100, EIGHT).setMode(Mode.SURFACE).setDeviceOffset(600));
        send(Readings.forehead(35_101, EIGHT).setMode(Mode.SURFACE).setDeviceOffset(600));

        assertThat(told()).extracting(EpisodeChanged::getTemperature).containsExactly(37_301);
    }

    @Test
    void a_reading_is_judged_by_the_policy_that_was_in_force_when_it_was_measured() {
        var event = PolicyAdopted.newBuilder()
                .setVersion("county-1")
                .setEffectiveFrom(minutes(10))
                .setAdoptedAt(EIGHT)
                .setRecheckWindow(Duration.ofMinutes(5).toMillis())
                .setModerateAbove(38_000)
                .setHighFrom(39_100)
                .setRules(Arrays.stream(io.feverline.alert.rule.Site.values())
                        .map(site -> SiteRuleFacts.newBuilder()
                                .setSite(site.name())
                                .setOperator("AT_OR_ABOVE")
                                .setThreshold(37_000)
                                .build())
                        .toList())
                .build();
        send(Readings.forehead(37_000, minutes(10)));
        input(Topic.Name.POLICIES)
                .pipeInput("county-1", EventCodec.of(PolicyAdopted.class).encode(event));

        send(Readings.forehead(37_000, minutes(10).minusMillis(1)));
        send(Readings.forehead(37_000, minutes(10)));

        assertThat(told())
                .extracting(EpisodeChanged::getMeasuredAt, EpisodeChanged::getPolicyVersion)
                .containsExactly(tuple(minutes(10), "county-1"));
    }

    @Test
    void an_episode_names_its_key_region_and_its_highest_grade() {
        var region = KeyRegionListed.newBuilder()
                .setRegionId("hubei")
                .setName("湖北省")
                .setAreaPrefix("42")
                .setLevel(RegionLevel.HIGH)
                .setValidFrom(EIGHT)
                .setValidTo(minutes(20))
                .setLegalBasis("Order 3")
                .setVersion(0)
                .build();
        input(Topic.Name.KEY_REGIONS)
                .pipeInput("hubei", EventCodec.of(KeyRegionListed.class).encode(region));
        send(Readings.forehead(39_100, minutes(19)).setTraveller(from("420100")));
        send(Readings.forehead(37_500, minutes(21)).setTraveller(from("420100")));
        send(Readings.forehead(37_500, minutes(60)).setTraveller(from("420100")));

        assertThat(told())
                .extracting(
                        EpisodeChanged::getKeyRegion,
                        change -> change.getGrade().name())
                .containsExactly(tuple("hubei", "HIGH"), tuple("hubei", "HIGH"), tuple(null, "LOW"));
    }

    private static SealedTraveller from(String area) {
        SealedTraveller traveller = Readings.traveller("li");
        return SealedTraveller.newBuilder(traveller).setOriginArea(area).build();
    }

    @Test
    void late_and_clock_ahead_fevers_are_historic() {
        backfill.pipeInput(
                "gate-1",
                READINGS.encode(
                        Readings.forehead(38_000, EIGHT).setLane(Lane.LATE).build()));
        send(Readings.forehead(38_000, minutes(20)).setClockAhead(true));
        send(Readings.forehead(38_000, minutes(21)));

        assertThat(told()).extracting(EpisodeChanged::getHistoric).containsExactly(true, true, false);
    }

    @Test
    void what_cannot_be_read_is_set_aside_with_its_headers_and_the_rest_goes_on() {
        var headers = new RecordHeaders().add("ce_id", "7".getBytes(UTF_8));
        live.pipeInput(new TestRecord<>("gate-1", new byte[] {1, 2, 3}, headers));
        send(Readings.forehead(38_000, EIGHT));

        TestRecord<String, byte[]> setAside = deadLetters.readRecord();
        assertThat(setAside.key()).isEqualTo("gate-1");
        assertThat(setAside.value()).containsExactly(1, 2, 3);
        assertThat(setAside.headers())
                .contains(headers.toArray())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .contains("feverline-dead-letter-topic=readings", "feverline-dead-letter-reason=unreadable");
        assertThat(told()).hasSize(1);
        assertThat(meters.get("feverline.dead.letters")
                        .tag("topic", Topic.Name.READINGS)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void changes_are_cloud_events_keyed_by_their_episode() {
        send(Readings.forehead(38_000, EIGHT));

        TestRecord<String, byte[]> change = alerts.readRecord();

        EpisodeChanged event = CHANGES.decode(change.value());
        assertThat(change.key()).isEqualTo(event.getEpisodeId().toString());
        assertThat(new String(change.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("io.feverline.episode.changed.v1");
        assertThat(change.getRecordTime()).isEqualTo(event.getReceivedAt());
        assertThat(event.getThreshold()).isEqualTo(37_300);
        assertThat(event.getPolicyVersion()).isEqualTo("default-2");
    }

    @Test
    void episodes_are_forgotten_a_day_after_they_last_changed() {
        send(Readings.forehead(38_000, EIGHT));
        now = minutes(31);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        now = minutes(31).plus(Duration.ofHours(24));
        driver.advanceWallClockTime(Duration.ofMinutes(10));
        assertThat(driver.getKeyValueStore(DetectionTopology.BOOKS).approximateNumEntries())
                .isEqualTo(1);

        now = now.plusMillis(1);
        driver.advanceWallClockTime(Duration.ofMinutes(10));

        assertThat(driver.getKeyValueStore(DetectionTopology.BOOKS).approximateNumEntries())
                .isZero();
        assertThat(driver.getKeyValueStore(DetectionTopology.BOOK_KEYS).approximateNumEntries())
                .isZero();
    }

    private static Instant minutes(int afterEight) {
        return EIGHT.plus(Duration.ofMinutes(afterEight));
    }

    private ReadingTaken send(ReadingTaken.Builder reading) {
        return send(reading.build());
    }

    private ReadingTaken send(ReadingTaken reading) {
        String key = reading.getTraveller() == null
                ? reading.getDeviceId()
                : reading.getTraveller().getToken();
        live.pipeInput(key, READINGS.encode(reading), EIGHT);
        return reading;
    }

    private List<EpisodeChanged> told() {
        return alerts.readValuesToList().stream().map(CHANGES::decode).toList();
    }

    private TestInputTopic<String, byte[]> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
