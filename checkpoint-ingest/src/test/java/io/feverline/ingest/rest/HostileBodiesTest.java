package io.feverline.ingest.rest;

import static io.feverline.ingest.Gateway.gzip;
import static io.feverline.ingest.Gateway.reading;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.feverline.ingest.Gateway;
import io.feverline.ingest.HostileProfile;
import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.reading.Reading;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no gateway should send, and some will. */
@QuarkusTest
@TestProfile(HostileProfile.class)
class HostileBodiesTest {
    private static final String ONE = "/v1/readings";
    private static final String BATCH = "/v1/readings/batch";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String EVENT = "application/cloudevents+json";
    private static final String EVENTS = "application/cloudevents-batch+json";

    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedPublisher brokers;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    Gateway gateway;

    @BeforeEach
    void registerDevice() throws Exception {
        gateway = new Gateway(port, directory);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16_000})
    void a_reading_is_taken_on_the_event_loop(int blanks) throws Exception {
        gateway.post(ONE, (" ".repeat(blanks) + reading(UUID.randomUUID())).getBytes(UTF_8), "Content-Type", JSON);
        assertThat(brokers.onEventLoop()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, NDJSON})
    void a_batch_is_taken_on_a_worker(String type) throws Exception {
        String batch = type.equals(JSON) ? "[" + reading(UUID.randomUUID()) + "]" : reading(UUID.randomUUID());
        gateway.post(BATCH, batch.getBytes(UTF_8), "Content-Type", type);
        assertThat(brokers.onEventLoop()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"16384, 202", "16385, 413"})
    void a_reading_may_have_16_kib_and_no_more(int length, int status) throws Exception {
        String reading = reading(UUID.randomUUID());
        String padded = " ".repeat(length - reading.length()) + reading;
        assertThat(gateway.post(ONE, padded.getBytes(UTF_8), "Content-Type", JSON)
                        .status())
                .isEqualTo(status);
    }

    static Stream<Arguments> unreadable() {
        byte[] good = reading(UUID.randomUUID()).getBytes(UTF_8);
        return Stream.of(
                arguments("nothing", 422, "member-type", new byte[0], List.of()),
                arguments("half a reading", 400, "malformed-json", Arrays.copyOf(good, 40), List.of()),
                arguments("NaN", 400, "malformed-json", "{\"temperature\":NaN}".getBytes(UTF_8), List.of()),
                arguments("Infinity", 400, "malformed-json", "{\"temperature\":-Infinity}".getBytes(UTF_8), List.of()),
                arguments("a number beyond doubles", 422, "temperature-implausible", hot("1e999"), List.of()),
                arguments("a number of 65 digits", 400, "json-limit", hot("3".repeat(65)), List.of()),
                arguments(
                        "a repeated member",
                        400,
                        "duplicate-member",
                        "{\"seq\":1,\"seq\":2}".getBytes(UTF_8),
                        List.of()),
                arguments("10,000 deep", 422, "member-type", "[".repeat(10_000).getBytes(UTF_8), List.of()),
                arguments("100,000 deep", 413, "too-large", "[".repeat(100_000).getBytes(UTF_8), List.of()),
                arguments("10 MB", 413, "too-large", new byte[10_000_000], List.of()),
                arguments(
                        "GB 18030",
                        400,
                        "not-utf-8",
                        "{\"bootId\":\"张\"}".getBytes(Charset.forName("GB18030")),
                        List.of()),
                arguments("UTF-16", 400, "not-utf-8", "{}".getBytes(UTF_16LE), List.of()),
                arguments("gzip as such", 400, "not-utf-8", gzip(good), List.of()),
                arguments("no gzip", 400, "malformed-gzip", good, List.of("Content-Encoding", "gzip")),
                arguments(
                        "truncated gzip",
                        400,
                        "malformed-gzip",
                        Arrays.copyOf(gzip(good), 60),
                        List.of("Content-Encoding", "gzip")),
                arguments("a bomb", 413, "too-large", gzip(new byte[300_000_000]), List.of("Content-Encoding", "gzip")),
                arguments("gzip in gzip", 400, "not-utf-8", gzip(gzip(good)), List.of("Content-Encoding", "gzip")),
                arguments("brotli", 415, "content-encoding", good, List.of("Content-Encoding", "br")),
                arguments(
                        "twice",
                        415,
                        "content-encoding",
                        good,
                        List.of("Content-Encoding", "gzip", "Content-Encoding", "gzip")));
    }

    private static byte[] hot(String temperature) {
        return reading(UUID.randomUUID(), temperature).getBytes(UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void one_that_cannot_be_read_is_turned_away_with_its_reason(
            String what, int status, String problem, byte[] body, List<String> headers) throws Exception {
        var all =
                Stream.concat(Stream.of("Content-Type", JSON), headers.stream()).toArray(String[]::new);

        var answer = gateway.post(ONE, body, all);

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=GBK",
                "application/json; charset=\"utf-16\"",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "json",
                ";;;",
                "application/"
            })
    void a_media_type_that_is_not_ours_or_none_is_turned_away(String type) throws Exception {
        var answer = gateway.post(ONE, reading(UUID.randomUUID()).getBytes(UTF_8), "Content-Type", type);
        assertThat(answer.status()).isBetween(400, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=UTF-8", "application/json; charset=\"utf-8\"", "application/JSON"})
    void a_media_type_may_be_spelled_in_many_ways(String type) throws Exception {
        assertThat(gateway.post(ONE, reading(UUID.randomUUID()).getBytes(UTF_8), "Content-Type", type)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_packed_reading_is_taken() throws Exception {
        var id = UUID.randomUUID();
        gateway.post(ONE, gzip(reading(id).getBytes(UTF_8)), "Content-Type", JSON, "Content-Encoding", "gzip");
        assertThat(taken()).contains(id);
    }

    @Test
    void a_reading_in_a_cloud_event_is_taken() throws Exception {
        var id = UUID.randomUUID();
        gateway.post(ONE, event(id).getBytes(UTF_8), "Content-Type", EVENT);
        assertThat(taken()).contains(id);
    }

    @Test
    void cloud_events_are_a_batch() throws Exception {
        var id = UUID.randomUUID();
        var answer = gateway.post(
                BATCH,
                gzip(("[" + event(id) + "," + reading(UUID.randomUUID()) + "]").getBytes(UTF_8)),
                "Content-Type",
                EVENTS,
                "Content-Encoding",
                "gzip");
        assertThat(answer.body().at("/problems/0/problem/type").asText()).endsWith("envelope-invalid");
        assertThat(taken()).contains(id);
    }

    @Test
    void a_reading_without_its_envelope_is_no_cloud_event() throws Exception {
        var answer = gateway.post(ONE, reading(UUID.randomUUID()).getBytes(UTF_8), "Content-Type", EVENT);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("envelope-invalid");
    }

    static Stream<Arguments> badLines() {
        return Stream.of(
                arguments("line-too-long", "x".repeat(10_000_000)),
                arguments("line-too-long", "[".repeat(100_000)),
                arguments("json-limit", "{\"bootId\":\"" + "x".repeat(10_000) + "\"}"),
                arguments("member-type", "[".repeat(10_000)),
                arguments("malformed-json", "{\"temperature\":NaN}"),
                arguments("duplicate-member", "{\"seq\":1,\"seq\":2}"),
                arguments("not-utf-8", "{\"bootId\":\"\0\"}"),
                arguments("text-unstorable", reading(UUID.randomUUID()).replace("}", ",\"bootId\":\"\\u0000\"}")),
                arguments("text-unstorable", reading(UUID.randomUUID()).replace("}", ",\"bootId\":\"\\ud800\"}")),
                arguments("id-invalid", "{\"id\":\"\\ud800\"}"),
                arguments("unknown-member", "{\"__proto__\":{}}"));
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void a_bad_line_is_named_and_its_neighbours_are_taken(String problem, String bad) throws Exception {
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        var lines = (reading(before) + "\n" + bad + "\n" + reading(after)).getBytes(UTF_8);

        var answer = gateway.post(BATCH, gzip(lines), "Content-Type", NDJSON, "Content-Encoding", "gzip");

        assertThat(answer.body().at("/problems/0/problem/type").asText()).endsWith(problem);
        assertThat(answer.body().at("/problems/0/index").asInt()).isEqualTo(1);
        assertThat(taken()).contains(before, after);
    }

    @Test
    void lines_that_are_cut_off_are_taken_up_to_what_the_answer_says() throws Exception {
        var packed = gzip(readings(900).getBytes(UTF_8));

        var answer = gateway.post(
                BATCH, Arrays.copyOf(packed, packed.length / 2), "Content-Type", NDJSON, "Content-Encoding", "gzip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/rest/problem/type").asText()).endsWith("malformed-gzip");
        assertThat(answer.body().at("/rest/from").asInt())
                .isEqualTo(answer.body().path("accepted").asInt())
                .isBetween(100, 899);
    }

    @Test
    void a_thousand_lines_are_taken_and_the_rest_is_told() throws Exception {
        var answer = gateway.post(BATCH, readings(1_001).getBytes(UTF_8), "Content-Type", NDJSON);

        assertThat(answer.body().path("accepted").asInt()).isEqualTo(1_000);
        assertThat(answer.body().at("/rest/from").asInt()).isEqualTo(1_000);
    }

    @Test
    void a_bomb_of_lines_is_turned_away_whole() throws Exception {
        var answer =
                gateway.post(BATCH, gzip(new byte[300_000_000]), "Content-Type", NDJSON, "Content-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void a_bomb_of_an_array_is_turned_away_whole() throws Exception {
        var answer = gateway.post(BATCH, gzip(new byte[300_000_000]), "Content-Type", JSON, "Content-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void an_array_nested_without_end_is_turned_away_whole() throws Exception {
        var answer = gateway.post(BATCH, "[".repeat(100_000).getBytes(UTF_8), "Content-Type", JSON);
        assertThat(answer.problem()).isEqualTo("json-limit");
    }

    private static String event(UUID id) {
        return "{\"specversion\":\"1.0\",\"type\":\"io.feverline.reading.v1\",\"source\":\"/gate-9\",\"id\":\"1\",\"data\":"
                + reading(id) + "}";
    }

    private static String readings(int count) {
        return Stream.generate(() -> reading(UUID.randomUUID())).limit(count).collect(Collectors.joining("\n"));
    }

    private List<UUID> taken() {
        return brokers.published().stream().map(Reading::id).toList();
    }
}
