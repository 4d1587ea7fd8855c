package io.feverline.ingest.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.ingest.Gateway;
import io.feverline.ingest.HostileProfile;
import io.feverline.ingest.device.DeviceDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds a connection without using it, or floods it, byte by byte over a socket. */
@QuarkusTest
@TestProfile(HostileProfile.class)
class SlowClientsTest {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String BATCH = "/v1/readings/batch";

    /** Bytes; held in a buffer of 4 MiB. */
    private static final int LARGE = 3_000_000;

    @Inject
    DeviceDirectory directory;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void registerDevice() throws Exception {
        new Gateway(port, directory);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/readings, application/json",
        "/v1/readings/batch, application/json",
        "/v1/readings/batch, application/x-ndjson"
    })
    void a_body_that_drips_is_cut_off(String path, String type) throws Exception {
        try (var socket = connect()) {
            send(socket, Gateway.head(path, type) + "Content-Length: 10000\r\n\r\n");
            assertEndsWhileDripping(socket);
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/readings, application/json", "/v1/readings/batch, application/x-ndjson"})
    void a_body_that_stops_is_cut_off(String path, String type) throws Exception {
        try (var socket = connect()) {
            send(socket, Gateway.head(path, type) + "Content-Length: 10000\r\n\r\n{");
            assertEnds(socket);
        }
    }

    @Test
    void a_request_that_stops_within_its_headers_is_cut_off() throws Exception {
        try (var socket = connect()) {
            send(socket, Gateway.head("/v1/readings", "application/json"));
            assertEnds(socket);
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_is_cut_off() throws Exception {
        try (var socket = connect()) {
            assertEnds(socket);
        }
    }

    @Test
    void a_body_in_small_chunks_is_taken() throws Exception {
        try (var socket = connect()) {
            send(socket, Gateway.head("/v1/readings", "application/json") + "Transfer-Encoding: chunked\r\n\r\n");
            for (byte b : Gateway.reading(UUID.randomUUID()).getBytes(UTF_8)) {
                send(socket, "1\r\n" + (char) b + "\r\n");
            }
            send(socket, "0\r\n\r\n");
            assertThat(statusLine(socket)).startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void more_large_arrays_than_there_is_memory_for_are_asked_to_come_later() throws Exception {
        var gateway = new Gateway(port, directory);
        byte[] array = ("[" + " ".repeat(LARGE) + "]").getBytes(UTF_8);
        try (var one = connect();
                var other = connect()) {
            holdWithoutEnd(one);
            holdWithoutEnd(other);
            await().until(() -> heldBytes() > 2 * LARGE);

            assertThat(gateway.post(BATCH, array).problem()).isEqualTo("not-acknowledged");
        }
        await().until(() -> heldBytes() == 0);
        assertThat(gateway.post(BATCH, array).status()).isEqualTo(200);
    }

    private static void holdWithoutEnd(Socket socket) throws IOException {
        send(
                socket,
                Gateway.head(BATCH, "application/json") + "Content-Length: " + 2 * LARGE + "\r\n\r\n["
                        + " ".repeat(LARGE));
    }

    @Test
    void a_body_that_says_it_is_too_large_is_turned_away_before_it_comes() throws Exception {
        try (var socket = connect()) {
            send(
                    socket,
                    Gateway.head("/v1/readings/batch", "application/x-ndjson") + "Content-Length: 100000000\r\n\r\n");
            assertThat(statusLine(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_flood_of_headers_is_turned_away() throws Exception {
        try (var socket = connect()) {
            send(socket, Gateway.head("/v1/readings", "application/json") + "X-Flood: 1\r\n".repeat(10_000));
            assertThat(statusLine(socket)).startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void an_endless_header_is_turned_away() throws Exception {
        try (var socket = connect()) {
            send(socket, Gateway.head("/v1/readings", "application/json") + "X-Flood: " + "x".repeat(100_000));
            assertThat(statusLine(socket)).startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void an_endless_path_is_turned_away() throws Exception {
        try (var socket = connect()) {
            send(socket, "POST /" + "x".repeat(100_000));
            assertThat(statusLine(socket)).contains(" 414 ");
        }
    }

    private double heldBytes() {
        return metrics.get("feverline.bodies.held.size").gauge().value();
    }

    private Socket connect() throws IOException {
        var socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** Sends a byte now and then, so that the connection is never idle, until it is no more. */
    private static void assertEndsWhileDripping(Socket socket) throws Exception {
        socket.setSoTimeout(200);
        for (int drops = 0; drops < PATIENCE_MILLIS / 200; drops++) {
            try {
                send(socket, " ");
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
                return;
            } catch (SocketTimeoutException waiting) {
                // the next drop
            } catch (SocketException reset) {
                return;
            }
        }
        throw new AssertionError("still connected");
    }

    private static String statusLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    /** The other side hangs up, with or without a word, before this one loses its patience. */
    private static void assertEnds(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }
}
