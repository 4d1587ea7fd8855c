package io.feverline.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.ingest.DoorProfile;
import io.feverline.ingest.Gateway;
import io.feverline.ingest.RecordedHeartbeats;
import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.intake.DoorBusy;
import io.feverline.ingest.reading.Reading;
import io.feverline.ingest.rest.BatchReceipt;
import io.feverline.ingest.rest.HeartbeatReceipt;
import io.feverline.ingest.rest.Problem;
import io.feverline.ingest.rest.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message is answered, without a broker. */
@QuarkusTest
@TestProfile(DoorProfile.class)
class MqttIntakeTest {
    @Inject
    MqttIntake intake;

    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedPublisher brokers;

    @Inject
    RecordedHeartbeats heartbeats;

    @Inject
    MeterRegistry metrics;

    @Inject
    InstantSource clock;

    private String id;
    private String key;

    @BeforeEach
    void register() {
        id = "mqtt-" + UUID.randomUUID();
        key = new TestDevice(id, id).registeredIn(directory, 0).key();
    }

    @AfterEach
    void brokersAreBack() {
        brokers.away(false);
        heartbeats.away(false);
    }

    private Message readings(String what, String content) {
        return message(topic(what), content, null, key, null);
    }

    private static Message message(
            String topic, String content, @Nullable String type, @Nullable String key, @Nullable Long expires) {
        return new Message(topic, ByteBuffer.wrap(content.getBytes(UTF_8)), type, null, key, expires);
    }

    private String topic(String what) {
        return "feverline/v1/devices/" + id + "/" + what;
    }

    private Answer answer(Message message) {
        return intake.take(message, false).toCompletableFuture().join();
    }

    private String problem(Message message) {
        return ((Problem) answer(message).document()).type().replace("urn:feverline:problem:", "");
    }

    private List<UUID> published() {
        return brokers.published().stream().map(Reading::id).toList();
    }

    @Test
    void there_is_no_session_at_a_broker_unless_it_is_switched_on() {
        assertThat(metrics.find("feverline.mqtt.connected").gauge()).isNull();
    }

    @Test
    void a_reading_is_published_and_answered_as_over_http() {
        var reading = UUID.randomUUID();

        var answer = answer(readings("readings", Gateway.reading(reading)));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.document())
                .isInstanceOfSatisfying(
                        Receipt.class, receipt -> assertThat(receipt.id()).isEqualTo(reading));
        assertThat(published()).contains(reading);
    }

    @Test
    void a_batch_is_answered_item_by_item() {
        var answer = answer(readings("readings/batch", "[" + Gateway.reading(UUID.randomUUID()) + ",{}]"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.document()).isInstanceOfSatisfying(BatchReceipt.class, receipt -> {
            assertThat(receipt.accepted()).isEqualTo(1);
            assertThat(receipt.rejected()).isEqualTo(1);
        });
    }

    @Test
    void lines_may_be_packed() {
        var lines = Gateway.reading(UUID.randomUUID()) + "\n" + Gateway.reading(UUID.randomUUID());

        var answer = answer(new Message(
                topic("readings/batch"),
                ByteBuffer.wrap(Gateway.gzip(lines.getBytes(UTF_8))),
                "application/x-ndjson; charset=utf-8",
                "gzip",
                key,
                null));

        assertThat(answer.document()).isEqualTo(new BatchReceipt(2, 0, List.of(), null));
    }

    @Test
    void what_breaks_a_rule_is_refused_and_counted() {
        double before = rejected("temperature-unit");

        assertThat(problem(readings("readings", Gateway.reading(UUID.randomUUID(), "97.9"))))
                .isEqualTo("temperature-unit");
        assertThat(rejected("temperature-unit")).isEqualTo(before + 1);
    }

    private double rejected(String reason) {
        return metrics.counter("feverline.readings.rejected", "reason", reason).count();
    }

    @Test
    void a_key_speaks_for_its_own_device_only() {
        var other = new TestDevice("other-" + id, id).registeredIn(directory, 0);

        assertThat(problem(message(topic("readings"), Gateway.reading(UUID.randomUUID()), null, other.key(), null)))
                .isEqualTo("device-key");
    }

    @Test
    void without_a_key_nobody_speaks() {
        assertThat(problem(message(topic("readings"), "", null, null, null))).isEqualTo("device-key");
    }

    @Test
    void whoever_fails_too_often_is_asked_to_wait() {
        var wrong = message(topic("readings"), "", null, "flk_wrong", null);
        for (int i = 0; i < 20; i++) {
            assertThat(answer(wrong).status()).isEqualTo(401);
        }

        var answer = answer(wrong);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isPositive();
    }

    @Test
    void a_message_that_would_be_over_the_quota_is_turned_away() {
        // DoorProfile: 30 at once, one more each second.
        for (int i = 0; i < 29; i++) {
            answer(readings("readings", Gateway.reading(UUID.randomUUID())));
        }
        var three = "[%s,%s,%s]"
                .formatted(
                        Gateway.reading(UUID.randomUUID()),
                        Gateway.reading(UUID.randomUUID()),
                        Gateway.reading(UUID.randomUUID()));

        var answer = answer(readings("readings/batch", three));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isPositive();
        assertThat(((Problem) answer.document()).retryable()).isTrue();
    }

    @Test
    void while_kafka_is_away_a_reading_has_no_answer() {
        brokers.away(true);

        assertThat(intake.take(readings("readings", Gateway.reading(UUID.randomUUID())), false)
                        .toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(DoorBusy.class);
    }

    @Test
    void a_message_that_is_tried_again_costs_its_quota_once() {
        brokers.away(true);
        var message = readings("readings", Gateway.reading(UUID.randomUUID()));
        for (int i = 0; i < 40; i++) {
            assertThat(intake.take(message, i > 0).toCompletableFuture()).isCompletedExceptionally();
        }
        brokers.away(false);

        assertThat(intake.take(message, true).toCompletableFuture().join().status())
                .isEqualTo(202);
    }

    @Test
    void an_answer_waits_for_kafka() {
        var acknowledged = brokers.acknowledgeLater();
        try {
            CompletableFuture<Answer> answer = intake.take(
                            readings("readings", Gateway.reading(UUID.randomUUID())), false)
                    .toCompletableFuture();
            assertThat(answer).isNotDone();
            acknowledged.complete(null);
            assertThat(answer).isCompleted();
        } finally {
            acknowledged.complete(null);
        }
    }

    @Test
    void a_heartbeat_is_answered_with_the_time() {
        assertThat(answer(heartbeat(30L)).document()).isInstanceOf(HeartbeatReceipt.class);
    }

    @Test
    void a_heartbeat_that_might_come_late_is_refused() {
        assertThat(problem(heartbeat(null))).isEqualTo("heartbeat-expiry");
        assertThat(problem(heartbeat(61L))).isEqualTo("heartbeat-expiry");
    }

    @Test
    void while_kafka_is_away_a_heartbeat_is_not_kept() {
        heartbeats.away(true);

        var answer = answer(heartbeat(30L));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(((Problem) answer.document()).retryable()).isTrue();
    }

    private Message heartbeat(@Nullable Long expires) {
        return message(topic("heartbeats"), "{\"clock\":\"%s\"}".formatted(clock.instant()), null, key, expires);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-ndjson", "nonsense", "application/json/x"})
    void a_reading_of_another_type_is_refused(String type) {
        assertThat(problem(message(topic("readings"), "", type, key, null))).isEqualTo("media-type");
    }

    @Test
    void a_topic_of_nobodys_is_not_found() {
        assertThat(problem(message("elsewhere", "", null, key, null))).isEqualTo("not-found");
    }

    @Test
    void a_device_whose_keys_are_withdrawn_is_unknown() {
        directory.put(new Device(directory.withKey(key).orElseThrow().origin(), Set.of()));

        assertThat(directory.withId(id)).isEmpty();
        assertThat(problem(readings("readings", Gateway.reading(UUID.randomUUID()))))
                .isEqualTo("device-key");
    }
}
