package io.feverline.ingest.rest;

import static io.feverline.ingest.Gateway.gzip;
import static io.feverline.ingest.Gateway.reading;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.feverline.ingest.Gateway;
import io.feverline.ingest.HostileProfile;
import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.DeviceDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch whose answer was lost, and what else comes with a key. */
@QuarkusTest
@TestProfile(HostileProfile.class)
class IdempotencyKeysTest {
    private static final String BATCH = "/v1/readings/batch";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedPublisher brokers;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final UUID id = UUID.randomUUID();
    private final String key = '"' + UUID.randomUUID().toString() + '"';
    private CompletableFuture<Void> acknowledgement = CompletableFuture.completedFuture(null);
    private TestDevice device;

    @BeforeEach
    void registerDevice() {
        device = device("gate-with-keys");
    }

    @AfterEach
    void brokersAreBack() {
        brokers.away(false);
        acknowledgement.complete(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, NDJSON})
    void a_batch_that_comes_again_is_answered_as_before(String type) {
        String batch = type.equals(JSON) ? "[" + reading(id) + ",{}]" : reading(id) + "\n{}";

        var first = post(device, key, type, batch);
        var again = post(device, key, type, batch);

        assertThat(first.path("accepted").toString() + first.path("rejected")).isEqualTo("11");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, NDJSON})
    void nothing_is_published_a_second_time(String type) {
        String batch = type.equals(JSON) ? "[" + reading(id) + "]" : reading(id);

        post(device, key, type, batch);
        post(device, key, type, batch);

        assertThat(published(id)).isEqualTo(1);
    }

    @Test
    void without_a_key_what_comes_again_is_published_again() {
        String batch = "[" + reading(id) + "]";

        device.asks().body(batch).post(BATCH);
        device.asks().body(batch).post(BATCH);

        assertThat(published(id)).isEqualTo(2);
    }

    @Test
    void a_batch_that_is_packed_anew_is_the_same() throws Exception {
        var gateway = new Gateway(port, directory);
        byte[] batch = ("[" + reading(id) + "]").getBytes(UTF_8);

        gateway.post(BATCH, batch, "Content-Type", JSON, "Idempotency-Key", key);
        var again = gateway.post(
                BATCH, gzip(batch), "Content-Type", JSON, "Idempotency-Key", key, "Content-Encoding", "gzip");

        assertThat(again.body().path("accepted").asInt()).isEqualTo(1);
        assertThat(published(id)).isEqualTo(1);
    }

    @Test
    void a_batch_that_was_turned_away_whole_is_turned_away_again() {
        var first = post(device, key, JSON, "[{");
        double before = replayed();

        var again = post(device, key, JSON, "[{");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(replayed()).isEqualTo(before + 1);
    }

    @Test
    void a_key_that_comes_with_another_batch_is_turned_away() {
        post(device, key, JSON, "[]");

        post(device, key, JSON, "[" + reading(id) + "]")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:idempotency-key-reused"));

        assertThat(published(id)).isZero();
    }

    @Test
    void the_same_text_as_another_media_type_is_another_batch() {
        post(device, key, JSON, "[]");

        post(device, key, NDJSON, "[]").then().statusCode(422);
    }

    @Test
    void while_the_first_is_under_way_a_repeat_is_asked_to_wait() {
        var first = underWay("[" + reading(id) + "]");

        post(device, key, JSON, first.batch())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo("urn:feverline:problem:idempotency-key-under-way"))
                .body("retryable", equalTo(true));
    }

    @Test
    void then_it_is_answered_as_the_first_and_published_once() {
        var first = underWay("[" + reading(id) + "]");
        post(device, key, JSON, first.batch());
        acknowledgement.complete(null);
        var answer = first.answer().join().asString();

        assertThat(post(device, key, JSON, first.batch()).asString()).isEqualTo(answer);
        assertThat(published(id)).isEqualTo(1);
    }

    @Test
    void an_answer_that_is_not_known_is_not_remembered() {
        String batch = "[" + reading(id) + "]";
        brokers.away(true);
        post(device, key, JSON, batch).then().statusCode(503);
        brokers.away(false);

        post(device, key, JSON, batch).then().statusCode(200);

        assertThat(published(id)).isEqualTo(1);
    }

    @Test
    void after_a_503_the_key_may_come_with_another_batch() {
        brokers.away(true);
        post(device, key, JSON, "[" + reading(UUID.randomUUID()) + "]");
        brokers.away(false);

        post(device, key, JSON, "[" + reading(id) + "]").then().statusCode(200);
    }

    @Test
    void another_devices_equal_key_has_nothing_to_do_with_it() {
        post(device, key, JSON, "[]");

        post(device("neighbour-with-keys"), key, JSON, "[" + reading(id) + "]")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8e03978e-40d5-43e8-bc93-6894a57f9324",
                "'a'",
                "\"",
                "\"a",
                "\"a\"b\"",
                "\"a\\b\"",
                "\"a\\\"",
                "\"a\tb\"",
                "\"a\";p=1",
                "\"a\", \"b\"",
                ":YQ==:",
                "1"
            })
    void a_key_that_is_no_string_in_quotes_is_turned_away(String malformed) {
        post(device, malformed, JSON, "[" + reading(id) + "]")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:idempotency-key-malformed"));
    }

    @Test
    void two_keys_are_turned_away() {
        device.asks()
                .header("Idempotency-Key", key, key)
                .body("[]")
                .post(BATCH)
                .then()
                .statusCode(400);
    }

    @Test
    void a_key_may_have_1024_characters_each_of_them_escaped() {
        post(device, '"' + "\\\"".repeat(1_024) + '"', JSON, "[]").then().statusCode(200);
    }

    @Test
    void a_key_may_not_have_one_more() {
        post(device, '"' + "a".repeat(1_025) + '"', JSON, "[]").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"!#[]~\""})
    void a_key_may_have_whatever_can_be_printed(String unusual) {
        post(device("gate-of-" + unusual.length()), unusual, JSON, "[]").then().statusCode(200);
    }

    @Test
    void lines_larger_than_what_is_held_are_told_to_come_without_a_key() {
        String lines = "\n".repeat(4 << 20) + reading(id);

        post(device, key, NDJSON, lines)
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:feverline:problem:too-large"));
        device.asks()
                .contentType(NDJSON + "; charset=utf-8")
                .body(lines.getBytes(UTF_8))
                .post(BATCH)
                .then()
                .statusCode(200);
    }

    @Test
    void of_lines_that_are_cut_off_nothing_is_taken_as_they_are_compared_first() throws Exception {
        byte[] packed = gzip((reading(id) + "\n").repeat(900).getBytes(UTF_8));

        var answer = new Gateway(port, directory)
                .post(
                        BATCH,
                        Arrays.copyOf(packed, packed.length - 8),
                        "Content-Type",
                        NDJSON,
                        "Content-Encoding",
                        "gzip",
                        "Idempotency-Key",
                        key);

        assertThat(answer.problem()).isEqualTo("malformed-gzip");
        assertThat(published(id)).isZero();
    }

    @Test
    void a_repeat_is_counted() {
        post(device, key, JSON, "[]");
        double before = replayed();

        post(device, key, JSON, "[]");

        assertThat(replayed()).isEqualTo(before + 1);
    }

    @Test
    void a_repeat_tells_how_much_of_the_quota_is_left() {
        post(device, key, JSON, "[]");

        post(device, key, JSON, "[]").then().header("RateLimit", notNullValue());
    }

    private record Sent(String batch, CompletableFuture<Response> answer) {}

    /** A batch that the brokers have, and have not acknowledged. */
    private Sent underWay(String batch) {
        acknowledgement = brokers.acknowledgeLater();
        var answer = CompletableFuture.supplyAsync(() -> post(device, key, JSON, batch));
        await().until(() -> published(id) == 1);
        return new Sent(batch, answer);
    }

    private Response post(TestDevice from, String key, String type, String body) {
        return from.asks()
                .contentType(type + "; charset=utf-8")
                .header("Idempotency-Key", key)
                .body(body.getBytes(UTF_8))
                .post(BATCH);
    }

    private long published(UUID reading) {
        return brokers.published().stream().filter(r -> r.id().equals(reading)).count();
    }

    private double replayed() {
        return metrics.counter("feverline.requests.replayed").count();
    }

    private TestDevice device(String name) {
        return new TestDevice(name, "exit-of-keys").registeredIn(directory, 0);
    }
}
