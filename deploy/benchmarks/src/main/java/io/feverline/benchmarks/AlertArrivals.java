package io.feverline.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Listens to the live stream and notes when each alert comes first. */
final class AlertArrivals implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Instant> byReading = new ConcurrentHashMap<>();
    private final Stream<String> lines;
    private volatile boolean closed;

    private AlertArrivals(Stream<String> lines) {
        this.lines = lines;
    }

    static AlertArrivals listen(RunningSystem system) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(system.alerts().resolve("/v1/alerts/stream"))
                .header("Authorization", "Bearer " + system.token())
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("the stream answered " + answer.statusCode());
        }
        AlertArrivals arrivals = new AlertArrivals(answer.body());
        Thread reader = new Thread(arrivals::read, "alert-stream");
        reader.setDaemon(true);
        reader.start();
        return arrivals;
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith(DATA)).forEach(this::note);
        } catch (UncheckedIOException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    private void note(String line) {
        Instant now = Instant.now();
        try {
            JsonNode alert = JSON.readTree(line.substring(DATA.length()));
            byReading.putIfAbsent(alert.path("readingId").asText(), now);
            synchronized (this) {
                notifyAll();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stream sent no JSON: " + line, e);
        }
    }

    /**
     * Waits until the alerts of all these readings have come.
     *
     * @throws IOException if some have not within 10 s
     */
    synchronized void await(Set<String> readings) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!byReading.keySet().containsAll(readings)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                long missing = readings.stream()
                        .filter(reading -> !byReading.containsKey(reading))
                        .count();
                throw new IOException(missing + " alerts never came on the stream");
            }
            wait(left);
        }
    }

    /** When the alert of each reading came. */
    Map<String, Instant> byReading() {
        return Map.copyOf(byReading);
    }

    @Override
    public void close() {
        closed = true;
        lines.close();
    }
}
