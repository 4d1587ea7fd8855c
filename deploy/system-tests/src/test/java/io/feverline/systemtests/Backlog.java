package io.feverline.systemtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * Gates that were cut off for six hours and come back at one moment, each with a batch of what it measured. Each sends
 * its batch until it is acknowledged, as often as the door asks it to.
 */
final class Backlog {
    private static final Duration OUTAGE = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FEVER_ONE_IN = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final List<UUID> readings = new ArrayList<>();
    private final List<HttpRequest> batches = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();

    /** A backlog of so many readings at each gate, not yet sent. */
    Backlog(LocalSystem system, Collection<Api.Gate> gates, int readingsEach) {
        door = system.url(Service.CHECKPOINT_INGEST).resolve("/v1/readings/batch");
        var end = Instant.now().minus(Duration.ofMinutes(5));
        for (var gate : gates) {
            var lines = new ArrayList<String>();
            for (int i = 0; i < readingsEach; i++) {
                var at = end.minus(OUTAGE.multipliedBy(readingsEach - i).dividedBy(readingsEach));
                lines.add(reading(at, readings.size()));
            }
            batches.add(request(gate, String.join("\n", lines)));
        }
    }

    /** Of somebody who shows papers, as every second one does, or of nobody in particular. */
    private String reading(Instant at, int number) {
        var reading = Api.reading(number % FEVER_ONE_IN == 0 ? 38.2 : 36.6);
        reading.put("measuredAt", at.toString());
        if (number % 2 == 1) {
            reading.put("traveller", Map.of("documentType", "passport", "documentNumber", "E%08d".formatted(number)));
        }
        readings.add(UUID.fromString(reading.get("id").toString()));
        try {
            return json.writeValueAsString(reading);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(Api.Gate gate, String lines) {
        return HttpRequest.newBuilder(door)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + gate.key())
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(lines)))
                .build();
    }

    private static byte[] gzip(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("packed in memory", e);
        }
        return packed.toByteArray();
    }

    /** All come back, now. */
    void send() {
        batches.forEach(this::send);
    }

    private void send(HttpRequest batch) {
        var unused = http.sendAsync(batch, HttpResponse.BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() == 200) {
                acknowledged.incrementAndGet();
            } else {
                putOff.incrementAndGet();
                long asked = failure == null
                        ? answer.headers().firstValueAsLong("Retry-After").orElse(1)
                        : 1;
                later(asked).execute(() -> send(batch));
            }
        });
    }

    /** After what the door asks for and up to as much again, or all would be back at one moment. */
    private static Executor later(long seconds) {
        long millis = TimeUnit.SECONDS.toMillis(seconds);
        return CompletableFuture.delayedExecutor(
                millis + ThreadLocalRandom.current().nextLong(millis), TimeUnit.MILLISECONDS);
    }

    /** Whether every batch is acknowledged. */
    boolean done() {
        return acknowledged.get() == batches.size();
    }

    /** How many answers were "not now", or none. */
    int putOff() {
        return putOff.get();
    }

    /** All readings of all gates. */
    List<UUID> readings() {
        return readings;
    }
}
