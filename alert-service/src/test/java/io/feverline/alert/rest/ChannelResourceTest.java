package io.feverline.alert.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.alert.NotifyProfile;
import io.feverline.alert.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(NotifyProfile.class)
class ChannelResourceTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String TOWN = "360322101";
    private static final String OTHER_TOWN = "360322102";

    @Inject
    Pool pool;

    private final UUID unit = UUID.randomUUID();

    @BeforeEach
    void addUnit() {
        pool.preparedQuery("INSERT INTO unit (id, name, level, area_code) VALUES ($1, $2, 'township', $3)")
                .execute(Tuple.of(unit, "unit " + unit, TOWN))
                .await()
                .atMost(SOON);
    }

    @AfterEach
    void removeUnit() {
        pool.preparedQuery("WITH deaf AS (DELETE FROM channel WHERE unit_id = $1) DELETE FROM unit WHERE id = $1")
                .execute(Tuple.of(unit))
                .await()
                .atMost(SOON);
    }

    @Test
    void a_webhooks_secret_is_told_once_and_its_key_never() {
        ValidatableResponse added = add(Map.of("kind", "webhook", "target", "https://receiver.example/hook?key=1"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/=]{44}"))
                .body("signed", equalTo(true))
                .body("target", equalTo("https://receiver.example/hook"))
                .body("leastSeverity", equalTo("low"))
                .body("enabled", equalTo(true));

        admin(TOWN)
                .get("/v1/channels/{id}", id(added))
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("target", equalTo("https://receiver.example/hook"));
    }

    @Test
    void a_secret_that_was_given_is_not_told() {
        add(Map.of(
                        "kind",
                        "webhook",
                        "target",
                        "https://receiver.example/",
                        "secret",
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .statusCode(201)
                .body("secret", nullValue())
                .body("signed", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "webhook, ftp://receiver.example/, , target",
        "webhook, https://user:word@receiver.example/, , target",
        "webhook, https://receiver.example/, whsec_c2hvcnQ=, secret",
        "webhook, https://receiver.example/, MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, secret",
        "webhook, https://receiver.example/, whsec_*, secret",
        "mail, not an address, , target",
        "mail, duty@county.example, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, secret",
        "wecom, duty@county.example, , target",
        "wecom, https://robot.example/, SEC1, secret",
        "dingtalk, https://robot.example/, a b, secret",
        "pigeon, https://receiver.example/, , kind",
    })
    void what_cannot_be_a_channel_is_refused(String kind, String target, @Nullable String secret, String member) {
        Map<String, Object> channel = new HashMap<>(Map.of("kind", kind, "target", target));
        if (secret != null) {
            channel.put("secret", secret);
        }
        assertThat(add(channel).statusCode(400).extract().<String>path("detail"))
                .startsWith(member);
    }

    @Test
    void a_unit_of_another_area_gets_none() {
        admin(OTHER_TOWN)
                .body(Map.of("unitId", unit, "kind", "webhook", "target", "https://receiver.example/"))
                .post("/v1/channels")
                .then()
                .statusCode(400);
    }

    @Test
    void what_lies_in_another_area_is_not_there() {
        String id = id(add(Map.of("kind", "webhook", "target", "https://receiver.example/")));

        admin(OTHER_TOWN).get("/v1/channels/{id}", id).then().statusCode(404);
        admin(OTHER_TOWN).get("/v1/channels").then().body("items.id", not(hasItem(id)));
        admin(TOWN).get("/v1/channels").then().body("items.id", hasItem(id));
    }

    @Test
    void a_change_is_made_by_who_has_seen_the_channel() {
        String id = id(add(Map.of("kind", "webhook", "target", "https://receiver.example/")));

        admin(TOWN)
                .header("If-Match", "\"1\"")
                .body(Map.of("leastSeverity", "high", "enabled", false))
                .patch("/v1/channels/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("leastSeverity", equalTo("high"))
                .body("enabled", equalTo(false))
                .body("signed", equalTo(true))
                .body("target", equalTo("https://receiver.example/"));
        admin(TOWN)
                .header("If-Match", "\"1\"")
                .body(Map.of("enabled", true))
                .patch("/v1/channels/{id}", id)
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
        admin(TOWN)
                .body(Map.of("enabled", true))
                .patch("/v1/channels/{id}", id)
                .then()
                .statusCode(428);
    }

    @Test
    void it_is_deleted_by_who_has_seen_it() {
        String id = id(add(Map.of("kind", "webhook", "target", "https://receiver.example/")));

        admin(TOWN)
                .header("If-Match", "\"7\"")
                .delete("/v1/channels/{id}", id)
                .then()
                .statusCode(412);
        admin(TOWN)
                .header("If-Match", "\"1\"")
                .delete("/v1/channels/{id}", id)
                .then()
                .statusCode(204);
        admin(TOWN).get("/v1/channels/{id}", id).then().statusCode(404);
    }

    @Test
    void a_test_goes_the_way_of_every_notification() {
        String channel = id(add(Map.of("kind", "mail", "target", "duty-" + unit + "@county.example"))
                .statusCode(201));

        String notification = admin(TOWN)
                .post("/v1/channels/{id}/test", channel)
                .then()
                .statusCode(202)
                .extract()
                .path("notificationId");

        await().atMost(SOON)
                .untilAsserted(() -> admin(TOWN)
                        .queryParam("channel", channel)
                        .get("/v1/notifications")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].id", equalTo(notification))
                        .body("items[0].event", equalTo("channel.test"))
                        .body("items[0].state", equalTo("delivered")));
    }

    @Test
    void one_that_is_disabled_is_not_tried() {
        String id = id(add(Map.of("kind", "webhook", "target", "https://receiver.example/", "enabled", false)));

        admin(TOWN).post("/v1/channels/{id}/test", id).then().statusCode(409);
    }

    @Test
    void notifications_come_page_by_page() {
        String channel = id(add(Map.of("kind", "mail", "target", "duty-" + unit + "@county.example")));
        for (int i = 0; i < 3; i++) {
            admin(TOWN).post("/v1/channels/{id}/test", channel).then().statusCode(202);
        }

        String next = admin(TOWN)
                .queryParam("channel", channel)
                .queryParam("limit", 2)
                .get("/v1/notifications")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        admin(TOWN)
                .queryParam("channel", channel)
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/v1/notifications")
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void only_what_is_dead_is_replayed() {
        String channel = id(add(Map.of("kind", "mail", "target", "duty-" + unit + "@county.example")));
        String notification = admin(TOWN)
                .post("/v1/channels/{id}/test", channel)
                .then()
                .extract()
                .path("notificationId");

        admin(TOWN).post("/v1/notifications/{id}/replay", notification).then().statusCode(409);
        admin(OTHER_TOWN)
                .post("/v1/notifications/{id}/replay", notification)
                .then()
                .statusCode(404);
        admin(TOWN)
                .queryParam("state", "dead")
                .get("/v1/notifications")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(equalTo("dead")));
    }

    @Test
    void a_silence_says_until_when_and_why_and_by_whom() {
        Instant until = Instant.now().plusSeconds(3_600);
        String id = officer(TOWN)
                .body(Map.of("checkpointId", "gate-1", "until", until.toString(), "reason", "换摄像头"))
                .post("/v1/silences")
                .then()
                .statusCode(201)
                .body("areaCode", equalTo(TOWN))
                .body("createdBy", equalTo("duty-officer"))
                .body("reason", equalTo("换摄像头"))
                .extract()
                .path("id");

        officer("360322").get("/v1/silences").then().body("items.id", hasItem(id));
        officer(OTHER_TOWN).get("/v1/silences").then().body("items.id", not(hasItem(id)));
        officer(OTHER_TOWN)
                .body(Map.of("reason", "修好了"))
                .post("/v1/silences/{id}/end", id)
                .then()
                .statusCode(404);
        officer(TOWN)
                .body(Map.of("reason", "修好了"))
                .post("/v1/silences/{id}/end", id)
                .then()
                .statusCode(200)
                .body("endedBy", equalTo("duty-officer"))
                .body("endedReason", equalTo("修好了"));
        admin(TOWN)
                .body(Map.of("reason", "again"))
                .post("/v1/silences/{id}/end", id)
                .then()
                .statusCode(200)
                .body("endedBy", equalTo("duty-officer"));
        officer(TOWN).get("/v1/silences").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void a_silence_of_the_county_is_shown_in_its_towns() {
        String id = officer("360322")
                .body(Map.of("until", Instant.now().plusSeconds(60).toString(), "reason", "演练 / a drill"))
                .post("/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        officer(TOWN).get("/v1/silences").then().body("items.id", hasItem(id));
        officer(TOWN)
                .body(Map.of("reason", "不归我 / not mine"))
                .post("/v1/silences/{id}/end", id)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1S, , why, until",
        "PT169H, , why, until",
        "PT1H, 360322102, why, areaCode",
        "PT1H, 36, why, areaCode",
        "PT1H, nowhere, why, areaCode",
        "PT1H, , , reason",
        "PT1H, , ' ', reason",
    })
    void a_silence_without_an_end_or_a_reason_is_none(
            Duration ahead, @Nullable String area, @Nullable String reason, String member) {
        Map<String, @Nullable Object> silence =
                new HashMap<>(Map.of("until", Instant.now().plus(ahead).toString()));
        silence.put("areaCode", area);
        silence.put("reason", reason);

        assertThat(officer(TOWN)
                        .body(silence)
                        .post("/v1/silences")
                        .then()
                        .statusCode(400)
                        .extract()
                        .<String>path("detail"))
                .startsWith(member);
    }

    private ValidatableResponse add(Map<String, Object> channel) {
        Map<String, Object> body = new HashMap<>(channel);
        body.put("unitId", unit);
        return admin(TOWN).body(body).post("/v1/channels").then();
    }

    private static String id(ValidatableResponse added) {
        return added.extract().path("id");
    }

    private static RequestSpecification admin(String area) {
        return as("admin", area);
    }

    private static RequestSpecification officer(String area) {
        return as("duty-officer", area);
    }

    private static RequestSpecification as(String role, String area) {
        return given().contentType(ContentType.JSON).auth().oauth2(Tokens.of(role, area));
    }
}
