package io.feverline.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Says that the device lives, and learns how its clock stands. */
final class Pulse {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final HttpDoor.Address address;
    private final InstantSource clock;

    Pulse(HttpClient client, HttpDoor.Address address, InstantSource clock) {
        this.client = client;
        this.address = address;
        this.clock = clock;
    }

    CompletionStage<ClockError> beat(Health health, String bootId, int queueLength) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        Instant sent = clock.instant();
        body.put("clock", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(sent.atOffset(ZoneOffset.UTC)));
        body.put("clockSet", health.clockSet() ? true : null);
        body.put("bootId", bootId);
        body.put("battery", health.battery());
        body.put("firmware", health.firmware());
        body.put("queueLength", queueLength);
        return ask(
                address.request("/v1/heartbeats")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(body))),
                sent,
                "receivedAt");
    }

    CompletionStage<ClockError> time() {
        return ask(address.request("/v1/time").GET(), clock.instant(), "time");
    }

    /** @param received the member that tells when the request came */
    private CompletionStage<ClockError> ask(HttpRequest.Builder request, Instant sent, String received) {
        return client.sendAsync(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray())
                .thenApply(response -> read(response, sent, clock.instant(), received));
    }

    private static ClockError read(HttpResponse<byte[]> response, Instant sent, Instant came, String received) {
        try {
            if (response.statusCode() / 100 != 2) {
                throw new IOException("the door answered " + response.statusCode());
            }
            Map<?, ?> answer = Json.readObject(response.body());
            return ClockError.of(
                    sent,
                    Instant.parse(Json.text(answer.get(received))),
                    Instant.parse(Json.text(answer.get("time"))),
                    came);
        } catch (IOException | DateTimeException e) {
            throw new CompletionException(e);
        }
    }
}
