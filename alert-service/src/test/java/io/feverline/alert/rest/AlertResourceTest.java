package io.feverline.alert.rest;

import static io.feverline.alert.Changes.EIGHT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Tokens;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.postgres.AlertWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class AlertResourceTest {

    @Inject
    AlertWriter writer;

    private final String checkpoint = "list-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"/v1/alerts", "/v1/alerts/stream", "/v1/alerts/0d3f4c0e-6a07-4f0b-8a6e-2c1f5b7d9e02"})
    void without_a_token_nothing_is_told(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"duty-officer,200", "health-official,200", "admin,200", "grid-worker,403", "auditor,403"})
    void roles_decide(String role, int status) {
        as(role, "360322").get("/v1/alerts").then().statusCode(status);
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        given().auth()
                .oauth2(Tokens.of("duty-officer", "360322", "another"))
                .get("/v1/alerts")
                .then()
                .statusCode(401);
    }

    @Test
    void pages_follow_each_other_newest_first() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of the same millisecond: the id decides.
            expected.add(0, stored("360322101", i / 2).alertId().toString());
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = officer().queryParam("checkpoint", checkpoint).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/alerts")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(seen.get(0)).isEqualTo(expected.get(0));
    }

    @Test
    void an_alert_says_what_it_was_raised_on() {
        EpisodeTold opening = stored("360322101", 0);
        store(Changes.next(opening, EpisodeState.CONFIRMED));

        officer()
                .get("/v1/alerts/{id}", opening.alertId())
                .then()
                .statusCode(200)
                .body("episodeId", equalTo(opening.episodeId().toString()))
                .body("state", equalTo("open"))
                .body("episodeState", equalTo("confirmed"))
                .body("site", equalTo("forehead"))
                .body("temperature", equalTo(38.2f))
                .body("threshold", equalTo(37.3f))
                .body("policyVersion", equalTo("default-1"))
                .body("openedAt", equalTo("2026-11-24T00:00:00Z"))
                .body("readings", equalTo(2))
                .body("episodeReadings.verdict", contains("fever", "fever"));
    }

    @Test
    void filters_narrow() {
        EpisodeTold cleared = stored("360322101", 0);
        store(Changes.next(cleared, EpisodeState.CLEARED));
        stored("360322102", 10);

        assertFound(officer().queryParam("episodeState", "cleared"), 1);
        assertFound(officer().queryParam("area", "360322102"), 1);
        assertFound(officer().queryParam("area", "360300"), 2);
        assertFound(officer().queryParam("from", "2026-11-24T08:00:00.001+08:00"), 1);
        assertFound(officer().queryParam("to", "2026-11-24T08:00:00+08:00"), 0);
        assertFound(officer().queryParam("historic", true), 0);
        assertFound(officer().queryParam("state", "open"), 2);
        assertFound(officer().queryParam("severity", "moderate"), 2);
        assertFound(officer().queryParam("severity", "critical"), 0);
    }

    @Test
    void outside_the_callers_area_there_is_nothing() {
        EpisodeTold alert = stored("360322101", 0);

        assertFound(as("duty-officer", "360322102"), 0);
        assertFound(as("duty-officer", ""), 0);
        assertFound(as("duty-officer", null), 0);
        assertFound(as("duty-officer", "360322101"), 1);
        assertFound(as("duty-officer", "360300"), 1);
        as("duty-officer", "360322102")
                .get("/v1/alerts/{id}", alert.alertId())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:alert-not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,501",
        "cursor,bm9uc2Vuc2U",
        "cursor,%%%",
        "state,done",
        "severity,fatal",
        "episodeState,SUSPECTED",
        "area,上栗县",
        "from,today",
        "historic,maybe"
    })
    void what_means_nothing_is_a_problem(String parameter, String value) {
        officer()
                .queryParam(parameter, value)
                .get("/v1/alerts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:invalid-parameter"))
                .body("title", equalTo("参数不对 / Invalid parameter"))
                .body("detail", containsString(" / "))
                .body("status", equalTo(400));
    }

    @Test
    void a_place_that_is_not_there_is_a_problem_too() {
        officer().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void health_and_metrics_are_open() {
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains("feverline_alert_latency_seconds_bucket", "feverline_dead_letters_total");
    }

    private void assertFound(RequestSpecification request, int alerts) {
        request.queryParam("checkpoint", checkpoint)
                .get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("items", alerts == 0 ? empty() : hasSize(alerts));
    }

    private static RequestSpecification officer() {
        return as("duty-officer", "360322");
    }

    private static RequestSpecification as(String role, @Nullable String area) {
        return given().auth().oauth2(Tokens.of(role, area));
    }

    private EpisodeTold stored(String area, int minute) {
        EpisodeTold opening = Changes.opening(checkpoint, area, EIGHT.plus(Duration.ofMinutes(minute)));
        store(opening);
        return opening;
    }

    private void store(EpisodeTold change) {
        writer.store(List.of(change)).await().atMost(Duration.ofSeconds(10));
    }
}
