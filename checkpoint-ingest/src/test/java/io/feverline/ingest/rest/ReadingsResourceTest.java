package io.feverline.ingest.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.feverline.ingest.DoorProfile;
import io.feverline.ingest.RecordedPublisher;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DoorProfile.class)
class ReadingsResourceTest {
    private static final String KEY = "flk_of-a-test";

    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedPublisher brokers;

    @BeforeEach
    void registerDevice() throws Exception {
        directory.complete();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8));
        directory.put(new Device(
                new Origin("gate-1", "shangli-exit-north", "360322101", Site.FOREHEAD, Mode.BODY, 0),
                Set.of(ByteBuffer.wrap(hash))));
    }

    @AfterEach
    void brokersAreBack() {
        brokers.away(false);
    }

    @Test
    void a_reading_is_taken_when_the_brokers_have_it() {
        var id = UUID.randomUUID();

        device().body(reading(id, "36.6"))
                .post("/v1/readings")
                .then()
                .statusCode(202)
                .body("id", equalTo(id.toString()))
                .body("lane", equalTo("live"));

        assertThat(brokers.published()).extracting(r -> r.id()).contains(id);
    }

    @Test
    void brokers_away_are_a_503_that_asks_to_send_again() {
        brokers.away(true);

        device().body(reading(UUID.randomUUID(), "36.6"))
                .post("/v1/readings")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("retryable", equalTo(true));
    }

    @Test
    void brokers_away_are_a_503_for_a_batch_of_lines_too() {
        brokers.away(true);

        device().contentType("application/x-ndjson; charset=utf-8")
                .body(reading(UUID.randomUUID(), "36.6").getBytes(UTF_8))
                .post("/v1/readings/batch")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("retryable", equalTo(true));
    }

    @Test
    void without_a_live_key_nothing_is_taken() {
        given().contentType("application/json")
                .header("Authorization", "Bearer flk_of-nobody")
                .body(reading(UUID.randomUUID(), "36.6"))
                .post("/v1/readings")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void a_broken_rule_is_named_in_both_languages_and_identity_is_not_repeated() {
        device().body(reading(UUID.randomUUID(), "36.6")
                        .replace("}", ",\"traveller\":{\"documentType\":\"张三\",\"documentNumber\":\"E1\"}}"))
                .post("/v1/readings")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:feverline:problem:value-unknown"))
                .body("title", equalTo("取值不在列表中 / A value is not in its list"))
                .body("detail", not(containsString("张三")));
    }

    @Test
    void a_bad_line_never_harms_its_neighbours() {
        var good = UUID.randomUUID();

        device().contentType("application/x-ndjson; charset=utf-8")
                .body((reading(good, "36.6") + "\n{\n" + reading(UUID.randomUUID(), "98.6")).getBytes(UTF_8))
                .post("/v1/readings/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(2))
                .body("problems[0].index", equalTo(1))
                .body("problems[1].problem.type", equalTo("urn:feverline:problem:temperature-unit"));

        assertThat(brokers.published()).extracting(r -> r.id()).contains(good);
    }

    @Test
    void a_batch_above_the_limit_is_turned_away_whole() {
        device().body("[{},{},{},{}]")
                .post("/v1/readings/batch")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void who_packs_in_another_way_is_told_which_one_is_taken() {
        device().header("Content-Encoding", "br")
                .body(reading(UUID.randomUUID(), "36.6"))
                .post("/v1/readings")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", equalTo("gzip"));
    }

    @Test
    void what_is_not_there_is_a_problem_too() {
        device().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        device().contentType("text/plain")
                .body("36.6")
                .post("/v1/readings")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private static RequestSpecification device() {
        return given().contentType("application/json").header("Authorization", "Bearer " + KEY);
    }

    private static String reading(UUID id, String temperature) {
        return "{\"id\":\"%s\",\"measuredAt\":\"%s\",\"temperature\":%s}"
                .formatted(id, Instant.ofEpochMilli(System.currentTimeMillis()), temperature);
    }
}
