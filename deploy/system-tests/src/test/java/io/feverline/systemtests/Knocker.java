package io.feverline.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Posts a live reading five times a second, waits for no answer before the next, and notes what each is answered. */
final class Knocker {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Queue<UUID> sent = new ConcurrentLinkedQueue<>();
    private final Queue<Future<?>> underWay = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final URI door;
    private final String key;
    private final double celsius;
    private @Nullable Future<?> knocks;

    /**
     * An answer of the door's.
     *
     * @param problem the answer's body
     * @param retryAfter the header; empty when there was none
     */
    record Answer(UUID reading, Instant sent, Instant came, int status, String problem, String retryAfter) {
        boolean accepted() {
            return status == 202;
        }

        Duration took() {
            return Duration.between(sent, came);
        }
    }

    /** One that does not knock yet. */
    Knocker(LocalSystem system, Api.Gate gate, double celsius) {
        door = system.url(Service.CHECKPOINT_INGEST).resolve("/v1/readings");
        key = gate.key();
        this.celsius = celsius;
    }

    /** Knocks from now on. */
    void start() {
        knocks = timer.scheduleAtFixedRate(this::knock, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void knock() {
        var reading = Api.reading(celsius);
        var id = UUID.fromString(reading.get("id").toString());
        var at = Instant.now();
        sent.add(id);
        underWay.add(http.sendAsync(request(reading), HttpResponse.BodyHandlers.ofString())
                .thenAccept(answer -> answers.add(new Answer(
                        id,
                        at,
                        Instant.now(),
                        answer.statusCode(),
                        answer.body(),
                        answer.headers().firstValue("Retry-After").orElse("")))));
    }

    private HttpRequest request(Object reading) {
        try {
            return HttpRequest.newBuilder(door)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(reading)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The readings that were posted so far. */
    Collection<UUID> sent() {
        return List.copyOf(sent);
    }

    /** The answers so far, in the order in which they came; a door that is not there gives none. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Those to what was posted and answered within that time. */
    List<Answer> answersBetween(Instant from, Instant until) {
        return answers.stream()
                .filter(answer -> answer.sent().isAfter(from) && answer.came().isBefore(until))
                .toList();
    }

    List<UUID> accepted() {
        return answers.stream().filter(Answer::accepted).map(Answer::reading).toList();
    }

    /** Whether a reading has been acknowledged that was posted or still waited then. */
    boolean hasAcceptedSince(Instant from) {
        return answers.stream()
                .anyMatch(answer -> answer.accepted() && answer.came().isAfter(from));
    }

    /** Knocks no more, and returns when all that was posted is answered or never will be. */
    void end() {
        var current = knocks;
        if (current != null) {
            current.cancel(false);
        }
        timer.shutdown();
        await().atMost(PATIENCE.multipliedBy(2)).until(() -> underWay.stream().allMatch(Future::isDone));
    }
}
