package io.feverline.simulator.fleet;

import io.feverline.simulator.ledger.QueuedReading;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** The door over HTTP/1.1, with the JDK's client. */
final class HttpDoor implements Door {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SINGLE = Duration.ofSeconds(10);
    private static final Duration BATCH = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI single;
    private final URI batch;

    /**
     * A door at an address.
     *
     * @param ingest base address of checkpoint-ingest
     * @param executor for the client's callbacks
     */
    HttpDoor(URI ingest, Executor executor) {
        String base = ingest.toString().replaceAll("/+$", "");
        single = URI.create(base + "/v1/readings");
        batch = URI.create(base + "/v1/readings/batch");
        // HTTP/2 over clear text begins with an upgrade, which would make the first request of each connection unlike
        // what a real gateway sends.
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(executor)
                .build();
    }

    @Override
    public CompletionStage<Reply> post(String key, List<QueuedReading> readings) {
        boolean alone = readings.size() == 1;
        String body = readings.stream().map(QueuedReading::body).collect(Collectors.joining("\n"));
        HttpRequest request = HttpRequest.newBuilder(alone ? single : batch)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", alone ? "application/json" : "application/x-ndjson")
                .header("Accept", "application/json, application/problem+json")
                .timeout(alone ? SINGLE : BATCH)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(response -> read(response, readings.size()))
                .exceptionally(failure -> new Reply.NoVerdict(Duration.ZERO));
    }

    private static Reply read(HttpResponse<byte[]> response, int count) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return count == 1 ? Reply.Verdicts.ALL_TAKEN : Problems.verdicts(response.body(), count);
        }
        if (Problems.mayPass(status)) {
            return new Reply.NoVerdict(Problems.retryAfter(
                    response.headers().firstValue("Retry-After").orElse("")));
        }
        return new Reply.Refused(Problems.slug(response.body(), status));
    }
}
