package io.feverline.alert.rest;

import static io.feverline.alert.Changes.EIGHT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Tokens;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.postgres.ActionWriter;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.events.access.AreaScope;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class DutyTest {
    private static final String TOWN = "360322105";

    @Inject
    AlertWriter writer;

    @Inject
    ActionWriter actions;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private String unit = "";

    @BeforeEach
    void found() {
        unit = created("checkpoint", TOWN).extract().path("id");
    }

    @Test
    void a_unit_is_seen_by_who_may_see_its_area() {
        as("duty-officer", "360322").get("/v1/units?limit=500").then().body("items.id", hasItem(unit));
        as("duty-officer", "360321").get("/v1/units?limit=500").then().body("items.id", not(hasItem(unit)));
        as("duty-officer", "360321").get("/v1/units/{id}", unit).then().statusCode(404);
    }

    @Test
    void units_come_page_by_page_each_once() {
        created("checkpoint", TOWN);
        created("checkpoint", TOWN);
        List<String> all = units(500, null).extract().path("items.id");

        List<String> paged = Stream.iterate(
                        units(2, null), page -> units(2, page.extract().path("next")))
                .limit((all.size() + 1) / 2)
                .flatMap(page -> page.extract().<List<String>>path("items.id").stream())
                .toList();

        assertThat(paged).containsExactlyElementsOf(all);
    }

    @Test
    void a_unit_is_changed_only_as_it_was_seen() {
        String seen = tag();
        change(seen, "change-" + UUID.randomUUID()).statusCode(200).header("ETag", "\"2\"");

        change(seen, "lost").statusCode(412).header("ETag", tag());
        as("admin", "36").delete("/v1/units/{id}", unit).then().statusCode(428);
    }

    @Test
    void two_units_of_a_place_do_not_have_one_name() {
        String name =
                as("admin", "36").get("/v1/units/{id}", unit).then().extract().path("name");

        as("admin", "36")
                .body(Map.of("name", name, "level", "checkpoint", "areaCode", TOWN))
                .post("/v1/units")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:unit-exists"));
    }

    @Test
    void an_admin_founds_no_unit_outside_their_area() {
        as("admin", TOWN)
                .body(Map.of("name", "county", "level", "county", "areaCode", "360322"))
                .post("/v1/units")
                .then()
                .statusCode(400)
                .body("detail", containsString("areaCode"));
    }

    @Test
    void with_a_unit_its_roster_goes_and_its_hand_overs_stay() {
        add(shift("li", 0, 8)).statusCode(201);
        String handover = handOver("li", "gone").statusCode(201).extract().path("id");

        as("admin", "36")
                .header("If-Match", tag())
                .delete("/v1/units/{id}", unit)
                .then()
                .statusCode(204);

        as("admin", "36").get("/v1/units/{id}", unit).then().statusCode(404);
        as("duty-officer", "360322").get("/v1/handovers/{id}", handover).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"0,0,422", "1,0,422", "0,24,201", "0,25,422"})
    void a_shift_ends_after_it_begins_and_within_a_day(int from, int to, int status) {
        add(shift("li", from, to)).statusCode(status);
    }

    @Test
    void of_shifts_that_overlap_none_is_stored() {
        add(shift("li", 0, 8), shift("wang", 0, 8), shift("li", 7, 12))
                .statusCode(422)
                .body("detail", containsString("shifts/2"));

        roster().body("items", empty());
    }

    @Test
    void nobody_is_on_the_roster_twice_at_a_time() {
        add(shift("li", 0, 8), shift("li", 8, 12)).statusCode(201);

        add(shift("wang", 0, 8), shift("li", 11, 13))
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:shift-overlap"));
        roster().body("items.person", contains("li", "li"));
    }

    @Test
    void a_period_of_the_roster_is_what_is_partly_in_it() {
        add(shift("li", 0, 8), shift("wang", 8, 16), shift("zhao", 16, 24)).statusCode(201);

        as("duty-officer", "360322")
                .queryParam("from", time(8))
                .queryParam("to", time(16))
                .get("/v1/units/{id}/shifts", unit)
                .then()
                .body("items.person", contains("wang"));
    }

    @Test
    void a_shift_that_has_begun_ends_when_it_is_taken_off_and_one_to_come_is_gone() {
        List<String> ids = add(shift("li", -1, 8), shift("wang", 8, 16), shift("zhao", -9, -1))
                .extract()
                .path("items.sort { it.person }.id");

        takeOff(ids.get(0)).statusCode(204);
        takeOff(ids.get(1)).statusCode(204);
        takeOff(ids.get(2)).statusCode(409);

        duty().body("onDuty", empty()).body("next", empty());
        as("admin", "36")
                .queryParam("from", time(-12))
                .get("/v1/units/{id}/shifts", unit)
                .then()
                .body("items.person", contains("zhao", "li"));
    }

    @Test
    void who_is_on_duty_who_is_next_and_when_nobody_is() {
        add(shift("li", -1, 8), shift("wang", 9, 17), shift("zhao", 17, 25)).statusCode(201);

        duty().body("onDuty.person", contains("li"))
                .body("onDuty[0].to", equalTo(time(8)))
                .body("next.person", contains("wang"))
                .body("gaps", hasSize(1))
                .body("gaps[0].from", equalTo(time(8)))
                .body("gaps[0].to", equalTo(time(9)));
    }

    @Test
    void a_unit_without_anybody_is_shown_as_such() {
        duty().body("onDuty", empty()).body("gaps", hasSize(1)).body("handoversWaiting", equalTo(0));
    }

    @Test
    void a_hand_over_has_what_is_to_be_done_and_waits_until_somebody_else_accepts_it() {
        String town = town();
        unit = created("township", town).extract().path("id");
        EpisodeTold open = raised(town);
        EpisodeTold acknowledged = raised(town);
        EpisodeTold referred = raised(town);
        EpisodeTold dismissed = raised(town);
        raised("360322");
        act(acknowledged, Action.ACKNOWLEDGE, null, null);
        act(referred, Action.REFER, null, "clinic");
        act(dismissed, Action.DISMISS, "nothing", null);
        await(actions.markOverdue(Duration.ofHours(2), now.plus(Duration.ofHours(1))));

        String id = handOver("li", "a broken gate")
                .statusCode(201)
                .body("from", equalTo("duty-officer"))
                .body("work.open", equalTo(1))
                .body("work.acknowledged", equalTo(1))
                .body("work.referred", equalTo(1))
                .body("work.overdue", equalTo(0))
                .body(
                        "work.alerts",
                        containsInAnyOrder(
                                open.alertId().toString(),
                                acknowledged.alertId().toString(),
                                referred.alertId().toString()))
                .body("accepted", equalTo(false))
                .extract()
                .path("id");
        duty().body("handoversWaiting", equalTo(1)).body("waitingSince", notNullValue());

        accept(id, "duty-officer").statusCode(409).body("type", equalTo("urn:feverline:problem:own-handover"));
        accept(id, "wang").statusCode(200).body("acceptedBy", equalTo("wang"));
        accept(id, "wang").statusCode(200);
        accept(id, "zhao").statusCode(409).body("type", equalTo("urn:feverline:problem:handover-accepted"));
        duty().body("handoversWaiting", equalTo(0)).body("waitingSince", nullValue());
    }

    @Test
    void the_same_note_sent_again_is_the_same_hand_over() {
        String first = handOver("li", "twice").extract().path("id");

        handOver("li", "twice").statusCode(201).body("id", equalTo(first));
        as("duty-officer", "360322")
                .queryParam("unit", unit)
                .queryParam("accepted", false)
                .get("/v1/handovers")
                .then()
                .body("items.id", contains(first));
    }

    @Test
    void outside_the_callers_area_there_is_no_hand_over() {
        String id = handOver("li", "elsewhere").extract().path("id");

        as("duty-officer", "360321").get("/v1/handovers/{id}", id).then().statusCode(404);
        as("duty-officer", "360321")
                .post("/v1/handovers/{id}/accept", id)
                .then()
                .statusCode(404);
        as("duty-officer", "360321")
                .body(Map.of("unitId", unit, "note", "mine?"))
                .post("/v1/handovers")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"unit,note", "note,unitId"})
    void what_a_hand_over_needs_is_named(String given, String missing) {
        as("duty-officer", "360322")
                .body(given.equals("unit") ? Map.of("unitId", unit) : Map.of("note", "no unit"))
                .post("/v1/handovers")
                .then()
                .statusCode(400)
                .body("detail", containsString(missing));
    }

    private EpisodeTold raised(String area) {
        EpisodeTold fever = Changes.opening("duty", area, EIGHT);
        await(writer.store(List.of(fever)));
        return fever;
    }

    private void act(EpisodeTold fever, Action action, @Nullable String reason, @Nullable String clinic) {
        await(actions.act(
                fever.alertId(),
                new ActionOrder(action, "li", reason, now, clinic, null, null),
                AreaScope.of("360322"),
                alert -> alert.episodeState() == EpisodeState.SUSPECTED));
    }

    /** One that no other test has alerts in. */
    private static String town() {
        return "360322" + (100 + Math.abs(UUID.randomUUID().hashCode() % 900)) + "001";
    }

    private static ValidatableResponse created(String level, String area) {
        return as("admin", "36")
                .body(Map.of("name", "unit-" + UUID.randomUUID(), "level", level, "areaCode", area))
                .post("/v1/units")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse units(int limit, @Nullable String cursor) {
        var request = as("admin", "360322").queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/v1/units")
                .then()
                .statusCode(200);
    }

    private String tag() {
        return as("admin", "36").get("/v1/units/{id}", unit).header("ETag");
    }

    private ValidatableResponse change(String ifMatch, String name) {
        return as("admin", "36")
                .header("If-Match", ifMatch)
                .body(Map.of("name", name, "level", "checkpoint", "areaCode", TOWN))
                .put("/v1/units/{id}", unit)
                .then();
    }

    private ValidatableResponse add(Object... shifts) {
        return as("admin", "36")
                .body(Map.of("shifts", List.of(shifts)))
                .post("/v1/units/{id}/shifts", unit)
                .then();
    }

    private ValidatableResponse roster() {
        return as("admin", "36").get("/v1/units/{id}/shifts", unit).then().statusCode(200);
    }

    private ValidatableResponse takeOff(String shift) {
        return as("admin", "36")
                .delete("/v1/units/{id}/shifts/{shift}", unit, shift)
                .then();
    }

    private ValidatableResponse duty() {
        return as("duty-officer", "360322")
                .queryParam("limit", 500)
                .get("/v1/duty/now")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.unit.id == '" + unit + "' }");
    }

    private ValidatableResponse handOver(String to, String note) {
        return as("duty-officer", "360322")
                .body(Map.of("unitId", unit, "to", to, "note", note))
                .post("/v1/handovers")
                .then();
    }

    private static ValidatableResponse accept(String handover, String person) {
        return given().auth()
                .oauth2(Tokens.ofPerson(person, "duty-officer", "360322"))
                .contentType(ContentType.JSON)
                .post("/v1/handovers/{id}/accept", handover)
                .then();
    }

    private Map<String, String> shift(String person, int from, int to) {
        return Map.of("person", person, "from", time(from), "to", time(to));
    }

    private String time(int hours) {
        return now.plus(Duration.ofHours(hours)).toString();
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(Tokens.of(role, area)).contentType(ContentType.JSON);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
