package io.feverline.gateway.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Plays checkpoint-ingest by the script, and writes down what comes. */
final class ConformanceDoor implements Closeable {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final String JSON = "application/json";

    private final Script script;
    private final Pace pace;
    private final String key;
    private final Clock clock;
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    /**
     * Opens it.
     *
     * @param progress told of each step when it begins
     * @throws IOException when the port is taken
     */
    ConformanceDoor(InetSocketAddress address, String key, Pace pace, Clock clock, Consumer<Step> progress)
            throws IOException {
        this.key = key;
        this.pace = pace;
        this.clock = clock;
        script = new Script(pace, progress);
        server = HttpServer.create(address, 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange http) throws IOException {
        long arrived = clock.millis();
        try (http) {
            String path = http.getRequestURI().getPath();
            if (http.getRequestMethod().equals("POST") && path.startsWith("/v1/readings")) {
                readings(http, arrived, path.endsWith("/batch"));
            } else {
                besides(http, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readings(HttpExchange http, long arrived, boolean batch) throws IOException, InterruptedException {
        Request request = read(http, arrived, batch);
        if (!request.items().isEmpty()
                && request.items().stream().allMatch(item -> Contract.isSynthetic(item.json()))) {
            send(http, 202, "{}");
            return;
        }
        Answer answer = answer(request);
        // What is slow must not keep the door from closing.
        boolean closing = closed.await(answer.delay().toMillis(), TimeUnit.MILLISECONDS);
        boolean heard = !closing && say(http, request, answer);
        exchanges.add(new Exchange(request, heard ? answer : answer.unheard(), clock.millis()));
    }

    private Answer answer(Request request) {
        if (!request.authorization().equals("Bearer " + key)) {
            return Answer.of(Step.CALM, 401, request, Verdict.OPEN);
        }
        return request.flaw() == null ? script.decide(request) : Answer.of(Step.CALM, 400, request, Verdict.REJECTED);
    }

    private static Request read(HttpExchange http, long arrived, boolean batch) throws IOException {
        byte[] packed = http.getRequestBody().readAllBytes();
        String type = header(http, "Content-Type");
        String flaw = null;
        List<Item> items = List.of();
        int bytes = packed.length;
        try {
            byte[] body = "gzip".equalsIgnoreCase(header(http, "Content-Encoding")) ? unpack(packed) : packed;
            bytes = body.length;
            items = Wire.items(body, batch, type);
        } catch (IOException e) {
            // The parser's own words would show what stands there.
            flaw = "内容无法读取 / the body cannot be read";
        }
        return new Request(
                arrived,
                http.getRequestURI().toString(),
                header(http, "Authorization"),
                batch,
                type.contains("ndjson"),
                bytes,
                items,
                flaw);
    }

    private static String header(HttpExchange http, String name) {
        @Nullable String value = http.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacked.readNBytes(MOST_BYTES);
        }
    }

    /** Whether the gateway was still there. */
    private static boolean say(HttpExchange http, Request request, Answer answer) {
        if (answer.status() == 0) {
            return true;
        }
        try {
            if (answer.retryAfter() > 0) {
                http.getResponseHeaders().set("Retry-After", Integer.toString(answer.retryAfter()));
            }
            byte[] body = Wire.body(request, answer);
            boolean torn = answer.step() == Step.TORN;
            send(http, answer.status(), body, torn ? body.length + 100 : body.length);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void send(HttpExchange http, int status, byte[] body, int length) throws IOException {
        http.getResponseHeaders().set("Content-Type", status < 300 ? JSON : "application/problem+json");
        http.sendResponseHeaders(status, length);
        http.getResponseBody().write(body);
        http.getResponseBody().flush();
    }

    private void besides(HttpExchange http, String path) throws IOException {
        http.getRequestBody().readAllBytes();
        String now = clock.instant().toString();
        switch (path) {
            case "/v1/time" -> send(http, 200, "{\"time\":\"%s\"}".formatted(now));
            case "/v1/heartbeats" ->
                send(
                        http,
                        202,
                        "{\"receivedAt\":\"%1$s\",\"time\":\"%1$s\",\"clockSkewMillis\":0,\"clockSkewSamples\":1}"
                                .formatted(now));
            case "/v1/device" -> send(http, 200, "{\"deviceId\":\"conformance\",\"limits\":{\"batchItems\":1000}}");
            default -> send(http, 404, "{\"status\":404}");
        }
    }

    private static void send(HttpExchange http, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        send(http, status, body, body.length);
    }

    /**
     * Waits until the script is done and what is known of has come and has its verdict, at most so long.
     *
     * @return whether the script came to its end
     */
    boolean play(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!script.atEnd()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        long enough = System.nanoTime() + pace.leftovers().toNanos();
        while (!Log.of(exchanges).isComplete() && System.nanoTime() < enough) {
            pause();
        }
        // What is sent though it should not be has this time to come.
        closed.await(pace.retryAfter().toMillis() * 2, TimeUnit.MILLISECONDS);
        return true;
    }

    private void pause() throws InterruptedException {
        closed.await(100, TimeUnit.MILLISECONDS);
    }

    List<Finding> findings() {
        return new Judge(Log.of(exchanges), pace, key).findings();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
