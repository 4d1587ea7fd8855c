package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Receivers of webhooks, one at each path, that check signatures and are well or not. */
final class WebhookReceiver implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final Map<String, Health> health = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();

    /** How a receiver is. */
    enum Health {
        WELL,
        FAILING,
        BUSY,
        HANGING,
        /** Every other time. */
        FLAKY
    }

    /**
     * An attempt to tell something.
     *
     * @param verified whether the signature is right
     * @param taken whether it was answered with a success
     */
    record Attempt(String path, String id, String body, Instant at, boolean verified, boolean taken) {
        /** The alerts that it tells of for the first time. */
        Set<String> opened() {
            return alerts("alert.opened").keySet();
        }

        /** By alert, the id of what is told of it. */
        Map<String, String> alerts(String type) {
            Map<String, String> ids = new HashMap<>();
            for (JsonNode event : events()) {
                if (event.get("type").asText().equals(type)) {
                    ids.put(event.at("/alert/id").asText(), event.get("id").asText());
                }
            }
            return ids;
        }

        /** The ids of all that it tells. */
        List<String> ids() {
            List<String> ids = new ArrayList<>();
            events().forEach(event -> ids.add(event.get("id").asText()));
            return ids;
        }

        private JsonNode events() {
            try {
                return JSON.readTree(body).at("/data/events");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    void is(Health now, String path) {
        health.put(path, now);
    }

    List<Attempt> attempts(String path) {
        return attempts.stream().filter(attempt -> attempt.path().equals(path)).toList();
    }

    /** The alerts that a receiver has taken word of. */
    Set<String> told(String path) {
        return attempts(path).stream()
                .filter(Attempt::taken)
                .flatMap(attempt -> attempt.opened().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void receive(HttpExchange exchange) throws IOException {
        Instant at = Instant.now();
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Health now = health.getOrDefault(path, Health.WELL);
        boolean taken = now == Health.WELL || (now == Health.FLAKY && count.incrementAndGet() % 2 == 0);
        attempts.add(new Attempt(
                path,
                exchange.getRequestHeaders().getFirst("webhook-id"),
                body,
                at,
                isVerified(exchange, body),
                taken));
        if (now == Health.HANGING) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (now == Health.BUSY) {
            exchange.getResponseHeaders().add("Retry-After", "2");
        }
        exchange.sendResponseHeaders(taken ? 204 : now == Health.BUSY ? 429 : 500, -1);
        exchange.close();
    }

    private static boolean isVerified(HttpExchange exchange, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(values)));
        try {
            new Webhook(SECRET).verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
