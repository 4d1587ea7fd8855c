package io.feverline.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.feverline.ingest.DoorProfile;
import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.DeviceDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DoorProfile.class)
class QuotaTest {
    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedPublisher brokers;

    @Inject
    InstantSource clock;

    @Test
    void an_answer_tells_how_much_is_left() {
        batch(device("thrifty"))
                .statusCode(200)
                .header("RateLimit-Policy", startsWith("\"device\";q=30;w=30;qu=\"readings\", \"gateway\";q="))
                .header("RateLimit", matchesPattern("\"device\";r=27;t=[0-9]+"));
    }

    @Test
    void a_turned_away_reading_tells_it_too() {
        device("clumsy")
                .asks()
                .body("{}")
                .post("/v1/readings")
                .then()
                .statusCode(422)
                .header("RateLimit", matchesPattern("\"device\";r=29;t=[0-9]+"));
    }

    @Test
    void a_heartbeat_costs_as_much_as_a_reading() {
        device("lively")
                .asks()
                .body("{\"clock\":\"%s\"}".formatted(clock.instant()))
                .post("/v1/heartbeats")
                .then()
                .header("RateLimit", matchesPattern("\"device\";r=29;t=[0-9]+"));
    }

    @Test
    void over_the_quota_a_batch_is_turned_away_until_retry_after() {
        exhausted(device("wild"))
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1))
                .header("RateLimit", startsWith("\"device\";r="))
                .body("type", equalTo("urn:feverline:problem:quota-exceeded"))
                .body("retryable", equalTo(true));
    }

    @Test
    void of_a_batch_that_is_turned_away_nothing_is_sent() {
        exhausted(device("greedy"));

        assertThat(brokers.published().stream()
                        .filter(reading -> reading.origin().deviceId().equals("greedy"))
                        .count())
                .isPositive()
                .isEqualTo(3 * (batches - 1));
    }

    @Test
    void a_batch_that_is_repeated_without_end_comes_over_the_quota_too() {
        var parrot =
                device("parrot").asks().header("Idempotency-Key", "\"again\"").body("[]");
        int status = 200;
        for (int i = 0; i < 1_000 && status == 200; i++) {
            status = parrot.post("/v1/readings/batch").statusCode();
        }

        assertThat(status).isEqualTo(429);
    }

    private long batches;

    /** The first answer that is 429; as a token comes back each second, one cannot know which it is. */
    private ValidatableResponse exhausted(TestDevice device) {
        ValidatableResponse answer;
        do {
            answer = batch(device);
            batches++;
        } while (answer.extract().statusCode() == 200 && batches < 1_000);
        return answer.statusCode(429);
    }

    private ValidatableResponse batch(TestDevice device) {
        return device.asks()
                .body("[" + reading() + "," + reading() + "," + reading() + "]")
                .post("/v1/readings/batch")
                .then();
    }

    private TestDevice device(String id) {
        return new TestDevice(id, "exit-of-" + id).registeredIn(directory, 0);
    }

    private String reading() {
        return "{\"id\":\"%s\",\"measuredAt\":\"%s\",\"temperature\":36.6}"
                .formatted(UUID.randomUUID(), clock.instant());
    }
}
