package io.feverline.gateway;

import static io.feverline.gateway.Readings.id;
import static io.feverline.gateway.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateway, HTTP and disk together. */
class GatewayTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-01-26T00:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private volatile int failures;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void hangUp() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        String path = exchange.getRequestURI().toString();
        heads.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization") + (packed ? " gzip" : ""));
        try (InputStream body = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(arrived::add);
        }
        boolean fails = failures-- > 0;
        byte[] json = answerTo(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(fails ? 503 : path.endsWith("/batch") ? 200 : 202, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private static String answerTo(String path) {
        return switch (path) {
            case "/v1/readings/batch" -> "{\"accepted\":3,\"rejected\":0,\"problems\":[]}";
            case "/v1/heartbeats" -> "{\"receivedAt\":\"2026-01-26T00:00:05Z\",\"time\":\"2026-01-26T00:00:05Z\"}";
            case "/v1/time" -> "{\"time\":\"2026-01-25T23:59:58Z\"}";
            default -> "{}";
        };
    }

    private GatewayBuilder gateway() {
        return Gateway.at(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                        "secret",
                        folder.resolve("gate.queue"))
                .clock(InstantSource.fixed(NOW))
                .pauses(Duration.ofMillis(20), Duration.ofMillis(100));
    }

    @Test
    void an_offered_reading_arrives_with_its_number_and_leaves_the_disk() throws Exception {
        try (Gateway gateway = gateway().bootId("boot").open()) {
            assertThat(gateway.offer(reading(1))).isTrue();
            assertThat(gateway.drain(SOON)).isTrue();
            assertThat(gateway.waiting()).isEmpty();
        }
        assertThat(heads).containsExactly("/v1/readings Bearer secret");
        assertThat(arrived)
                .singleElement()
                .asString()
                .contains("\"measuredAt\":\"2026-01-26T08:00:01+08:00\"", "\"seq\":0,\"bootId\":\"boot\"");
    }

    @Test
    void a_door_that_fails_gets_the_very_same_until_it_answers() throws Exception {
        failures = 3;
        try (Gateway gateway = gateway().open()) {
            gateway.offer(reading(1));
            assertThat(gateway.drain(SOON)).isTrue();
        }
        assertThat(arrived).hasSize(4).containsOnly(arrived.get(0));
    }

    @Test
    void what_an_earlier_run_left_goes_in_one_packed_batch() throws Exception {
        failures = Integer.MAX_VALUE;
        try (Gateway gateway = gateway().open()) {
            gateway.offer(reading(1));
            gateway.offer(reading(2));
            gateway.offer(reading(3));
        }
        failures = 0;
        arrived.clear();
        heads.clear();
        try (Gateway gateway = gateway().open()) {
            assertThat(gateway.drain(SOON)).isTrue();
        }
        // What the earlier run had under way may arrive later still, by itself.
        assertThat(heads)
                .filteredOn(head -> head.equals("/v1/readings/batch Bearer secret gzip"))
                .hasSize(1);
        assertThat(arrived).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_reading_that_waits_already_is_not_taken_twice() throws Exception {
        failures = Integer.MAX_VALUE;
        try (Gateway gateway = gateway().open()) {
            assertThat(gateway.offer(reading(1))).isTrue();
            assertThat(gateway.offer(reading(1))).isFalse();
            assertThat(gateway.waiting()).extracting(Queued::id).containsExactly(id(1));
        }
    }

    @Test
    void a_heartbeat_tells_how_the_queue_and_the_clock_stand() throws Exception {
        try (Gateway gateway = gateway().bootId("boot").open()) {
            ClockError error = gateway.heartbeat(new Health(81, "2.0", false))
                    .toCompletableFuture()
                    .get();
            assertThat(error).isEqualTo(new ClockError(Duration.ofSeconds(-5), Duration.ZERO));
        }
        assertThat(arrived)
                .containsExactly("{\"clock\":\"2026-01-26T00:00:00Z\",\"bootId\":\"boot\",\"battery\":81,"
                        + "\"firmware\":\"2.0\",\"queueLength\":0}");
    }

    @Test
    void the_service_tells_how_far_the_clock_is_off() throws Exception {
        try (Gateway gateway = gateway().open()) {
            assertThat(gateway.clockError().toCompletableFuture().get().ahead()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_synthetic_fever_is_sent_again_and_again_beside_the_queue() throws Exception {
        List<Queued> told = new CopyOnWriteArrayList<>();
        try (Gateway gateway = gateway()
                .probeEvery(Duration.ofMillis(50))
                .listener(new Listener() {
                    @Override
                    public void accepted(Queued reading) {
                        told.add(reading);
                    }
                })
                .open()) {
            Awaitility.await().atMost(SOON).until(() -> arrived.size() >= 2);
            assertThat(gateway.waiting()).isEmpty();
        }
        assertThat(arrived)
                .doesNotHaveDuplicates()
                .allSatisfy(body -> assertThat(body)
                        .endsWith("\"temperature\":41.0,\"mode\":\"body\",\"synthetic\":true}")
                        .doesNotContain("seq"));
        assertThat(told).isEmpty();
    }

    @Test
    void one_that_the_door_does_not_take_is_not_sent_again() throws Exception {
        failures = Integer.MAX_VALUE;
        try (Gateway gateway = gateway().probeEvery(Duration.ofMillis(50)).open()) {
            Awaitility.await().atMost(SOON).until(() -> arrived.size() >= 3);
            assertThat(gateway.waiting()).isEmpty();
        }
        assertThat(arrived).doesNotHaveDuplicates();
    }

    @Test
    void without_an_interval_none_is_sent() throws Exception {
        try (Gateway gateway = gateway().probeEvery(Duration.ZERO).open()) {
            gateway.offer(reading(1));
            assertThat(gateway.drain(SOON)).isTrue();
        }
        assertThat(arrived).singleElement().asString().doesNotContain("synthetic");
    }

    @Test
    void a_listener_that_throws_stops_the_gateway_and_is_told_why() throws Exception {
        List<String> causes = new CopyOnWriteArrayList<>();
        try (Gateway gateway = gateway()
                .listener(new Listener() {
                    @Override
                    public void accepted(Queued reading) {
                        throw new IllegalStateException("no room for the ledger");
                    }

                    @Override
                    public void broken(RuntimeException cause) {
                        causes.add(String.valueOf(cause.getMessage()));
                    }
                })
                .open()) {
            gateway.offer(reading(1));
            Awaitility.await().atMost(SOON).until(() -> !causes.isEmpty());
            assertThat(gateway.drain(SOON)).isFalse();
            assertThat(causes).containsExactly("no room for the ledger");
            assertThatThrownBy(() -> gateway.offer(reading(2))).isInstanceOf(IllegalStateException.class);
        }
        try (Gateway reopened = gateway().open()) {
            assertThat(reopened.drain(SOON)).isTrue();
        }
        assertThat(arrived).hasSize(2).containsOnly(arrived.get(0));
    }
}
