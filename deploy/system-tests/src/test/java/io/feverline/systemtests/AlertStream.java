package io.feverline.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The live stream as a dashboard sees it. */
final class AlertStream implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<JsonNode> alerts = new LinkedBlockingQueue<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final Stream<String> lines;
    private final Thread reader;

    private AlertStream(Stream<String> lines) {
        this.lines = lines;
        this.reader = new Thread(this::read, "alert-stream");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    static AlertStream open(LocalSystem system, Persona persona) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(system.url(Service.ALERT_SERVICE).resolve("/v1/alerts/stream"))
                .header("Authorization", "Bearer " + system.token(persona))
                .header("Accept", "text/event-stream")
                .build();
        var response = system.http().send(request, HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("the stream answered " + response.statusCode());
        }
        return new AlertStream(response.body());
    }

    private void read() {
        try {
            lines.filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()).strip())
                    .filter(data -> data.startsWith("{"))
                    .map(AlertStream::parse)
                    .forEach(this::tell);
        } catch (UncheckedIOException e) {
            // The test has closed the stream, or the service has ended: whoever waits for an alert will say so.
            alerts.clear();
        }
    }

    private void tell(JsonNode alert) {
        told.putIfAbsent(alert.path("readingId").asText(), Instant.now());
        alerts.add(alert);
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The alert that a reading opened; waits for it. */
    JsonNode next(String readingId) throws InterruptedException {
        return next(
                "alert of reading " + readingId,
                alert -> readingId.equals(alert.path("readingId").asText()));
    }

    /** How the way from a checkpoint stands, when it stands so; waits for it. */
    JsonNode nextProbe(String checkpoint, boolean missing) throws InterruptedException {
        return next(
                "probe of " + checkpoint,
                probe -> probe.has("tookMs")
                        && checkpoint.equals(probe.path("checkpointId").asText())
                        && probe.path("missing").asBoolean() == missing);
    }

    private JsonNode next(String what, Predicate<JsonNode> meant) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            JsonNode told = alerts.poll(100, TimeUnit.MILLISECONDS);
            if (told != null && meant.test(told)) {
                return told;
            }
        }
        throw new AssertionError("no " + what + " came on the stream");
    }

    /** The readings whose alerts have come so far, each with the moment when its first one did. */
    Map<String, Instant> told() {
        return told;
    }

    @Override
    public void close() {
        lines.close();
    }
}
