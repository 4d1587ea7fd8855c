package io.feverline.simulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * A door that keeps what it takes by id, and sometimes fails: by refusing, by hanging up, or by taking the reading and
 * then hanging up, which is the case that only an id can settle.
 */
final class FlakyDoor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, Integer> taken = new ConcurrentHashMap<>();
    final Map<String, JsonNode> bodies = new ConcurrentHashMap<>();
    final Map<String, Boolean> refused = new ConcurrentHashMap<>();
    final AtomicInteger batches = new AtomicInteger();
    volatile boolean away;
    volatile double trouble;

    private final SplittableRandom random = new SplittableRandom(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    FlakyDoor(double trouble) throws IOException {
        this.trouble = trouble;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/readings", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized int fate() {
        return random.nextDouble() < trouble ? random.nextInt(5) : -1;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(content(exchange).readAllBytes(), StandardCharsets.UTF_8);
        boolean batch = exchange.getRequestURI().getPath().endsWith("/batch");
        if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        switch (away ? 0 : fate()) {
            case 0 -> answer(exchange, 503, "{}");
            case 1 -> answer(exchange, 429, "{}");
            case 2 -> answer(exchange, 401, "{}");
            case 3 -> exchange.close();
            case 4 -> {
                verdict(body, batch);
                exchange.close();
            }
            default -> answer(exchange, batch ? 200 : singleStatus(body), verdict(body, batch));
        }
    }

    private static InputStream content(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    private static int singleStatus(String body) throws IOException {
        return cold(JSON.readTree(body)) ? 400 : 202;
    }

    /** This door finds anything under 35.5 °C implausible, so that some readings are rejected. */
    private static boolean cold(JsonNode reading) {
        return reading.path("temperature").asDouble() < 35.5;
    }

    private String verdict(String body, boolean batch) throws IOException {
        List<String> problems = new ArrayList<>();
        String[] lines = batch ? body.split("\n", -1) : new String[] {body};
        batches.addAndGet(batch ? 1 : 0);
        for (int i = 0; i < lines.length; i++) {
            JsonNode reading = JSON.readTree(lines[i]);
            String id = reading.path("id").asText();
            if (cold(reading)) {
                refused.put(id, true);
                problems.add("{\"index\":" + i + ",\"id\":\"" + id
                        + "\",\"problem\":{\"status\":400,\"type\":\"urn:feverline:problem:cold\"}}");
            } else {
                taken.merge(id, 1, Integer::sum);
                bodies.put(id, reading);
            }
        }
        return batch
                ? "{\"accepted\":" + (lines.length - problems.size()) + ",\"rejected\":" + problems.size()
                        + ",\"problems\":[" + String.join(",", problems) + "]}"
                : "{\"type\":\"urn:feverline:problem:cold\"}";
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
