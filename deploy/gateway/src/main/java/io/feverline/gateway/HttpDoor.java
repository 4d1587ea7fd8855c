package io.feverline.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The door over HTTP/1.1, with the JDK's client. */
final class HttpDoor implements Door {

    private static final Duration SINGLE = Duration.ofSeconds(10);
    private static final Duration BATCH = Duration.ofSeconds(30);
    /** The client's own timeout ends with the answer's head; its body must come too. */
    private static final Duration BODY = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Address address;
    private final InstantSource clock;
    private final Duration longestRetryAfter;

    /**
     * A door at an address.
     *
     * @param clock for a Retry-After that is a date
     * @param longestRetryAfter asked to wait longer, it waits so long
     */
    HttpDoor(HttpClient client, Address address, InstantSource clock, Duration longestRetryAfter) {
        this.client = client;
        this.address = address;
        this.clock = clock;
        this.longestRetryAfter = longestRetryAfter;
    }

    /**
     * Where the door is and who knocks.
     *
     * @param base of checkpoint-ingest, such as {@code https://door.example}
     * @param key the device's; only ever in a header
     */
    record Address(URI base, String key) {

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept", "application/json, application/problem+json");
        }

        /** Says nothing of the key. */
        @Override
        public String toString() {
            return base.toString();
        }
    }

    @Override
    public CompletionStage<Reply> post(List<Queued> readings) {
        boolean alone = readings.size() == 1;
        Duration patience = alone ? SINGLE : BATCH;
        HttpRequest request = (alone ? single(readings.get(0)) : batch(readings))
                .timeout(patience)
                .build();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, BodyHandlers.ofByteArray());
        return sent.copy()
                .orTimeout(patience.plus(BODY).toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> sent.cancel(true))
                .thenApply(response -> read(response, readings.size()))
                .exceptionally(failure -> new Reply.NoVerdict(Duration.ZERO));
    }

    private HttpRequest.Builder single(Queued reading) {
        return address.request("/v1/readings")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(reading.body()));
    }

    /**
     * Lines rather than an array: one that a proxy garbles harms no other. Gzip, for a backlog comes over a thin line.
     */
    private HttpRequest.Builder batch(List<Queued> readings) {
        return address.request("/v1/readings/batch")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(
                        gzip(readings.stream().map(Queued::body).collect(Collectors.joining("\n")))));
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("packed in memory", e);
        }
        return packed.toByteArray();
    }

    private Reply read(HttpResponse<byte[]> response, int count) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return count == 1 ? Reply.Verdicts.ALL_TAKEN : Answers.verdicts(response.body(), count);
        }
        if (Answers.mayPass(status) || Answers.isRetryable(response.body())) {
            return new Reply.NoVerdict(Answers.retryAfter(
                    response.headers().firstValue("Retry-After").orElse(""), clock.instant(), longestRetryAfter));
        }
        return new Reply.Refused(Answers.slug(response.body(), status));
    }
}
