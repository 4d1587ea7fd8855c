package io.feverline.alert.rest;

import static io.feverline.alert.Changes.EIGHT;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Tokens;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.postgres.ActionWriter;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.AlertWriter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class AlertActionTest {
    @Inject
    AlertWriter writer;

    @Inject
    AlertReader reader;

    @Inject
    ActionWriter actions;

    private EpisodeTold fever = Changes.opening("actions", "360322101", EIGHT);

    @BeforeEach
    void raise() {
        fever = Changes.opening("actions", "360322101", EIGHT);
        await(writer.store(List.of(fever)));
    }

    @Test
    void from_a_fever_to_its_outcome() {
        act("acknowledge", Map.of("occurredAt", "2026-11-24T08:02:00+08:00")).statusCode(200);
        act("refer", Map.of("clinic", "县人民医院发热门诊", "occurredAt", "2026-11-24T08:10:00+08:00"))
                .statusCode(200)
                .body("state", equalTo("referred"));
        act("arrive", Map.of("occurredAt", "2026-11-24T08:50:00+08:00")).statusCode(200);
        act("isolate", Map.of("occurredAt", "2026-11-24T09:30:00+08:00")).statusCode(200);
        act("close", Map.of("outcome", "other-illness", "reason", "流感 / influenza"))
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("care.detectedAt", equalTo("2026-11-24T00:00:00Z"))
                .body("care.toAcknowledge", equalTo("PT2M"))
                .body("care.toReport", equalTo("PT10M"))
                .body("care.toTreat", equalTo("PT50M"))
                .body("care.toIsolate", equalTo("PT1H30M"))
                .body("care.clinic", equalTo("县人民医院发热门诊"))
                .body("care.outcome", equalTo("other-illness"))
                .body("actions.action", contains("acknowledge", "refer", "arrive", "isolate", "close"))
                .body(
                        "actions.actor",
                        contains("duty-officer", "duty-officer", "duty-officer", "duty-officer", "duty-officer"))
                .body("actions[4].reason", equalTo("流感 / influenza"));
    }

    @Test
    void what_was_dismissed_can_be_reopened_and_both_are_on_record() {
        act("dismiss", Map.of("reason", "设备故障 / a broken device"))
                .statusCode(200)
                .body("state", equalTo("dismissed"));

        act("reopen", Map.of("reason", "误操作 / by mistake"))
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("care.closedAt", nullValue())
                .body("actions", hasSize(2));
    }

    @Test
    void who_acknowledges_it_has_it() {
        act("acknowledge", Map.of()).statusCode(200).body("care.assignee", equalTo("duty-officer"));
    }

    @Test
    void what_was_given_to_somebody_stays_theirs_whoever_acknowledges_it() {
        act("assign", Map.of("assignee", "li")).statusCode(200);

        act("acknowledge", Map.of()).statusCode(200).body("care.assignee", equalTo("li"));
    }

    @Test
    void giving_it_to_somebody_and_remarking_change_no_state() {
        act("assign", Map.of("assignee", "li")).statusCode(200).body("state", equalTo("open"));

        act("comment", Map.of("reason", "等待复测 / waits for a recheck"))
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("care.assignee", equalTo("li"))
                .body("care.acknowledgedAt", nullValue());
    }

    @Test
    void of_two_officers_the_second_is_told_that_it_has_changed() {
        String seen = entityTag();
        act("acknowledge", Map.of()).statusCode(200);

        as("duty-officer", "360322")
                .header("If-Match", seen)
                .body(Map.of("action", "dismiss", "reason", "误报 / false alarm"))
                .post("/v1/alerts/{id}/actions", fever.alertId())
                .then()
                .statusCode(412)
                .header("ETag", entityTag())
                .body("type", equalTo("urn:feverline:problem:alert-changed"));
    }

    @Test
    void a_second_fever_that_came_in_between_is_a_change_too() {
        String seen = entityTag();
        await(writer.store(List.of(Changes.next(fever, EpisodeState.CONFIRMED))));

        as("duty-officer", "360322")
                .header("If-Match", seen)
                .body(Map.of("action", "dismiss", "reason", "误报 / false alarm"))
                .post("/v1/alerts/{id}/actions", fever.alertId())
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({",428", "*,412", "W/\"0-1\",412", "'\"9-9\", \"0-1\"',200"})
    void only_what_was_seen_is_acted_on(String ifMatch, int status) {
        var request = as("duty-officer", "360322").body(Map.of("action", "acknowledge"));
        (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/v1/alerts/{id}/actions", fever.alertId())
                .then()
                .statusCode(status);
    }

    @Test
    void what_is_not_possible_says_in_which_state_the_alert_is() {
        act("arrive", Map.of())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:action-not-possible"))
                .body("detail", containsString("open"));
    }

    @ParameterizedTest
    @CsvSource({
        "refer, clinic",
        "assign, assignee",
        "close, outcome",
        "dismiss, reason",
        "comment, reason",
        "vaccinate, action",
    })
    void what_an_action_needs_is_named(String action, String member) {
        act(action, Map.of()).statusCode(400).body("detail", containsString(member));
    }

    @ParameterizedTest
    @CsvSource({
        "comment, clinic, 县人民医院",
        "comment, outcome, ruled-out",
        "comment, assignee, li",
        "acknowledge, clinic, 县人民医院"
    })
    void what_belongs_to_another_action_is_refused(String action, String member, String value) {
        act(action, Map.of("reason", "seen", member, value)).statusCode(400).body("detail", containsString(member));
    }

    @Test
    void nothing_has_happened_yet_in_the_future() {
        act("acknowledge", Map.of("occurredAt", Instant.now().plusSeconds(300).toString()))
                .statusCode(400)
                .body("detail", containsString("occurredAt"));
    }

    @ParameterizedTest
    @CsvSource({"duty-officer,200", "health-official,200", "admin,403", "auditor,403", "grid-worker,403"})
    void roles_decide_who_acts(String role, int status) {
        as(role, "360322")
                .header("If-Match", entityTag())
                .body(Map.of("action", "acknowledge"))
                .post("/v1/alerts/{id}/actions", fever.alertId())
                .then()
                .statusCode(status);
    }

    @Test
    void outside_the_callers_area_there_is_nothing_to_act_on() {
        as("duty-officer", "360321")
                .header("If-Match", entityTag())
                .body(Map.of("action", "acknowledge"))
                .post("/v1/alerts/{id}/actions", fever.alertId())
                .then()
                .statusCode(404);
        alert().body("actions", empty());
    }

    @Test
    void an_action_is_told_on_the_stream_as_it_stood_then() {
        long before = await(reader.head());
        act("acknowledge", Map.of());
        act("dismiss", Map.of("reason", "误报 / false alarm"));

        Assertions.assertThat(await(reader.changesAfter(before, 10)))
                .extracting(change -> change.cause() + " " + change.alert().state())
                .containsExactly("ACTION ACKNOWLEDGED", "ACTION DISMISSED");
    }

    @Test
    void who_was_referred_and_did_not_arrive_in_time_is_an_alarm_once() {
        Instant referred = Instant.now().minusSeconds(60);
        act("refer", Map.of("clinic", "县人民医院", "occurredAt", referred.toString()));
        long before = await(reader.head());
        Duration limit = Duration.ofMinutes(2);

        await(actions.markOverdue(limit, referred.plus(limit).minusMillis(1)));
        alert().body("care.overdue", equalTo(false));
        await(actions.markOverdue(limit, referred.plus(limit)));
        await(actions.markOverdue(limit, referred.plus(limit).plusSeconds(60)));

        alert().body("care.overdue", equalTo(true));
        Assertions.assertThat(await(reader.changesAfter(before, 10)))
                .filteredOn(change -> change.alert().id().equals(fever.alertId()))
                .extracting(AlertChange::cause)
                .containsExactly(AlertChange.Cause.OVERDUE);
        act("arrive", Map.of()).statusCode(200).body("care.overdue", equalTo(false));
    }

    private ValidatableResponse act(String action, Map<String, String> more) {
        var body = new HashMap<String, String>(more);
        body.put("action", action);
        return as("duty-officer", "360322")
                .header("If-Match", entityTag())
                .body(body)
                .post("/v1/alerts/{id}/actions", fever.alertId())
                .then();
    }

    private String entityTag() {
        return alert().extract().header("ETag");
    }

    private ValidatableResponse alert() {
        return as("duty-officer", "360322")
                .get("/v1/alerts/{id}", fever.alertId())
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(Tokens.of(role, area)).contentType(ContentType.JSON);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
