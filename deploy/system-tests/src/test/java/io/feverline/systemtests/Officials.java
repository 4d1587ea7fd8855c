package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.infra.OpenIdProvider;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Officials who search, read histories and open identities, some thirty times a second. Each act is another one's, so
 * that each can be told from all others on record.
 */
final class Officials {
    private static final String NAME = "official-";
    private static final int HANDS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(HANDS);
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();
    private final LocalSystem system;
    private final List<String> travellers;

    /** They begin at once; there are travellers. */
    Officials(LocalSystem system) {
        this.system = system;
        travellers = new Databases(system)
                .column(
                        Database.REGISTRY,
                        "select distinct traveller_id from passage where traveller_id is not null limit 50");
        for (int hand = 0; hand < HANDS; hand++) {
            var unused = timer.scheduleWithFixedDelay(this::act, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void act() {
        String who = NAME + UUID.randomUUID();
        int mine = number.getAndIncrement();
        HttpRequest request = request(mine % 3, travellers.get(mine % travellers.size()))
                .header("Authorization", "Bearer " + token(who))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .build();
        asked.add(who);
        try {
            if (http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                answered.add(who);
            }
        } catch (IOException unanswered) {
            // It may be on record or not.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(int kind, String traveller) {
        return switch (kind) {
            case 0 -> post("/v1/travellers/search", "{\"documentType\":\"passport\",\"documentNumber\":\"E12345678\"}");
            case 1 -> to("/v1/travellers/" + traveller + "/passages").GET();
            default -> post("/v1/travellers/" + traveller + "/identity", "{\"purpose\":\"排查 / tracing\"}");
        };
    }

    private HttpRequest.Builder post(String path, String body) {
        return to(path).POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(system.url(Service.REGISTRY_SERVICE).resolve(path));
    }

    private String token(String who) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", who);
        claims.put("aud", List.of(OpenIdProvider.AUDIENCE));
        claims.put("roles", List.of("health-official"));
        claims.put("area", "360322");
        return system.openId().token(claims, HOUR);
    }

    /** Whose acts were asked for, answered or not. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    /** Whose acts were done, as far as they know. */
    Set<String> answered() {
        return Set.copyOf(answered);
    }

    /** How often each of them is on record. */
    Map<String, Integer> onRecord() {
        Map<String, Integer> times = new HashMap<>();
        new Databases(system)
                .column(Database.REGISTRY, "select actor from audit_row where starts_with(actor, ?)", NAME)
                .forEach(who -> times.merge(who, 1, Integer::sum));
        return times;
    }

    /** They finish what they are at. */
    void end() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS)) {
            throw new IllegalStateException("an act does not end");
        }
    }
}
