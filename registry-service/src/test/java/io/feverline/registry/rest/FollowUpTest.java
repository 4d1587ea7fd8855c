package io.feverline.registry.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.followup.CauseKind;
import io.feverline.registry.followup.FollowUps;
import io.feverline.registry.followup.Opening;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class FollowUpTest {
    private static final String TOWN = "360322101";
    private static final String LEFT = "{\"reason\":\"已离开 / has left\"}";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    FollowUps followUps;

    @Inject
    Pool pool;

    @Inject
    Database database;

    private String id = "";

    /** In the queue of the county 360322, for nobody knows where the traveller went. */
    @BeforeEach
    void somebody_is_followed_up() {
        database.run("""
                INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL), ('360300', 'CITY', '萍乡市', '360000'),
                    ('360322', 'COUNTY', '上栗县', '360300'), ('360322101', 'TOWN', '上栗镇', '360322'),
                    ('360322102', 'TOWN', '桐木镇', '360322'), ('360322101001', 'VILLAGE', '胜利村', '360322101')
                ON CONFLICT DO NOTHING
                """);
        id = open(now);
    }

    @Test
    void it_goes_from_the_countys_queue_to_a_worker_of_a_town_who_accepts_it_and_writes_entries() {
        get(Persona.COUNTY_OFFICIAL)
                .body("followUp.state", equalTo("unassigned"))
                .body("followUp.areaCode", equalTo("360322"))
                .body("followUp.cause", equalTo("key-region-arrival"))
                .body("causes[0].regionId", equalTo("hubei"));
        assign("grid_worker", TOWN)
                .body("followUp.state", equalTo("assigned"))
                .body("followUp.areaCode", equalTo(TOWN))
                .body("followUp.acceptBy", notNullValue());
        accept(Persona.GRID_WORKER).body("followUp.state", equalTo("accepted"));

        write(UUID.randomUUID(), entry(now, "36.45", "cough"), null)
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("revision", equalTo(1))
                .body("temperature", equalTo(36.45f))
                .body("feverish", equalTo(false));

        get(Persona.GRID_WORKER)
                .body("entries", hasSize(1))
                .body("entries[0].temperature", equalTo(36.45f))
                .body("entries[0].symptoms", contains("cough"))
                .body("followUp.feverish", equalTo(false))
                .body("steps.kind", contains("assigned", "accepted"))
                .body("steps.actor", contains("county_official", "grid_worker"));
    }

    @Test
    void a_worker_takes_one_from_the_queue_of_their_area() {
        toTheQueueOfTheTown();

        accept(Persona.GRID_WORKER).body("followUp.assignee", equalTo("grid_worker"));
    }

    @Test
    void a_worker_does_not_see_what_is_anothers_or_outside_of_their_area() {
        see(Persona.GRID_WORKER, 404);
        assign("other_grid_worker", TOWN);
        see(Persona.GRID_WORKER, 404);
        see(Persona.OTHER_GRID_WORKER, 200);
    }

    @Test
    void what_lies_in_another_area_is_not_there() {
        see(Persona.TOWN_OFFICIAL, 404);
        see(Persona.OFFICIAL_OF_NOWHERE, 404);
        change(Persona.TOWN_OFFICIAL, "closure", LEFT, "\"1\"").statusCode(404);
        Persona.TOWN_OFFICIAL
                .request()
                .get("/v1/follow-ups?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Persona.class,
            names = {"DUTY_OFFICER", "AUDITOR", "ADMIN"})
    void follow_ups_are_read_by_officials_and_workers_alone(Persona persona) {
        see(persona, 403);
    }

    @Test
    void a_change_is_of_what_its_maker_has_seen() {
        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, null)
                .statusCode(428)
                .body("type", equalTo("urn:feverline:problem:if-match-needed"));
        assign("grid_worker", TOWN);
        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, "\"1\"")
                .statusCode(412)
                .body("type", equalTo("urn:feverline:problem:changed"));
        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, "\"1\", \"2\"")
                .statusCode(200)
                .header("ETag", "\"3\"");
    }

    @Test
    void an_assignment_is_within_the_officials_area() {
        change(Persona.COUNTY_OFFICIAL, "assignment", "{\"areaCode\":\"360321101\"}", tag())
                .statusCode(403)
                .body("type", equalTo("urn:feverline:problem:area-outside"));
    }

    @Test
    void an_assignment_is_to_an_area_that_there_is() {
        change(Persona.COUNTY_OFFICIAL, "assignment", "{\"areaCode\":\"360322198\"}", tag())
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:unknown-area"));
    }

    @Test
    void an_assignment_is_to_a_grid_cell_of_a_village_that_there_is() {
        change(Persona.COUNTY_OFFICIAL, "assignment", "{\"areaCode\":\"360322101001001\"}", tag())
                .statusCode(200)
                .body("followUp.areaCode", equalTo("360322101001001"));
    }

    @Test
    void an_assignment_that_is_not_accepted_in_time_is_overdue() {
        assign("grid_worker", TOWN).body("followUp.overdue", equalTo(false));

        database.run("UPDATE follow_up SET accept_by = now() - interval '1 s' WHERE id = $1", UUID.fromString(id));

        get(Persona.COUNTY_OFFICIAL).body("followUp.overdue", equalTo(true));
        list("overdue=true").body("items.id", hasItem(id)).body("items.overdue", everyItem(equalTo(true)));
        accept(Persona.GRID_WORKER).body("followUp.overdue", equalTo(false));
        list("overdue=true").body("items.id", not(hasItem(id)));
    }

    @Test
    void an_entry_that_a_phone_sends_again_is_one_entry() {
        accepted();
        UUID entry = UUID.randomUUID();
        String body = entry(now, "36.5");
        String seen = write(entry, body, null).statusCode(200).extract().header("ETag");

        write(entry, body, null).statusCode(200).header("ETag", seen).body("revision", equalTo(1));
        write(entry, body, "\"1\"").statusCode(200).header("ETag", seen);

        get(Persona.GRID_WORKER).body("entries", hasSize(1));
    }

    @Test
    void an_entry_is_corrected_by_whom_has_seen_it_and_what_it_said_is_kept() {
        accepted();
        UUID entry = UUID.randomUUID();
        write(entry, entry(now, "38.5"), null).body("feverish", equalTo(true));
        String corrected = entry(now, "36.5");

        write(entry, corrected, null).statusCode(428);
        write(entry, corrected, "\"1\"").statusCode(412);
        write(entry, corrected, tag()).statusCode(200).body("revision", equalTo(2));

        get(Persona.GRID_WORKER)
                .body("entries.temperature", contains(38.5f, 36.5f))
                .body("entries.superseded", contains(true, false))
                .body("entries.revision", contains(1, 2))
                .body("followUp.feverish", equalTo(false));
    }

    @Test
    void a_phone_that_sends_what_was_corrected_meanwhile_changes_nothing() {
        accepted();
        UUID entry = UUID.randomUUID();
        write(entry, entry(now, "38.5"), null);
        write(entry, entry(now, "36.5"), tag());

        write(entry, entry(now, "38.5"), null).statusCode(200).body("temperature", equalTo(36.5f));

        get(Persona.GRID_WORKER).body("entries", hasSize(2)).body("followUp.feverish", equalTo(false));
    }

    @Test
    void a_correction_can_be_taken_back() {
        accepted();
        UUID entry = UUID.randomUUID();
        write(entry, entry(now, "38.5"), null);
        write(entry, entry(now, "36.5"), tag());

        write(entry, entry(now, "38.5"), tag()).statusCode(200).body("revision", equalTo(3));

        get(Persona.GRID_WORKER).body("entries", hasSize(3)).body("followUp.feverish", equalTo(true));
    }

    @Test
    void what_a_phone_brings_after_reassignment_counts_when_its_worker_had_the_follow_up_at_the_time() {
        accepted();
        Instant meanwhile = Instant.now();
        assign("other_grid_worker", "360322102");

        write(UUID.randomUUID(), entry(meanwhile, "36.5"), null).statusCode(200);
        write(UUID.randomUUID(), entry(Instant.now(), "36.5"), null)
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:follow-up-not-accepted"));

        get(Persona.COUNTY_OFFICIAL).body("entries.actor", contains("grid_worker"));
        see(Persona.GRID_WORKER, 404);
    }

    @Test
    void what_a_phone_brings_after_the_end_counts_when_its_worker_had_the_follow_up_at_the_time() {
        accepted();
        Instant meanwhile = Instant.now();
        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, tag()).statusCode(200);

        write(UUID.randomUUID(), entry(meanwhile, "36.5"), null).statusCode(200);

        get(Persona.COUNTY_OFFICIAL).body("entries", hasSize(1)).body("followUp.state", equalTo("closed"));
    }

    @Test
    void who_never_had_it_writes_nothing() {
        assign("other_grid_worker", TOWN);

        write(UUID.randomUUID(), entry(now, "36.5"), null).statusCode(404);
    }

    @Test
    void a_fever_flags_the_traveller_for_referral() {
        accepted();
        write(UUID.randomUUID(), entry(now, "37.3"), null).body("feverish", equalTo(true));

        list("feverish=true").body("items.id", hasItem(id)).body("items.feverish", everyItem(equalTo(true)));
    }

    @Test
    void who_has_not_accepted_it_writes_no_entries() {
        assign("grid_worker", TOWN);

        write(UUID.randomUUID(), entry(now, "36.5"), null)
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:follow-up-not-accepted"))
                .body("detail", equalTo("须先由您接受随访 / you have to accept it first"));
    }

    @Test
    void an_official_who_ends_what_nobody_accepted_is_not_told_to_accept_it() {
        begunDaysAgo(15);

        change(Persona.COUNTY_OFFICIAL, "completion", "", tag())
                .statusCode(409)
                .body("detail", equalTo("须先有人接受随访 / somebody has to accept it first"));
    }

    @Test
    void an_entry_from_before_the_follow_up_or_from_the_future_is_refused() {
        accepted();

        for (Instant time : List.of(now.minus(Duration.ofDays(1)), now.plus(Duration.ofMinutes(10)))) {
            write(UUID.randomUUID(), entry(time, "36.5"), null)
                    .statusCode(409)
                    .body("type", equalTo("urn:feverline:problem:time-not-possible"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"temperature\":36.5}",
                "{\"takenAt\":\"2020-01-26T08:00:00+08:00\"}",
                "{\"takenAt\":\"2020-01-26T08:00:00+08:00\",\"temperature\":98.6}",
                "{\"takenAt\":\"2020-01-26T08:00:00+08:00\",\"temperature\":36.555}",
                "{\"takenAt\":\"2020-01-26T08:00:00+08:00\",\"temperature\":36.5,\"symptoms\":[\"love\"]}",
                "{\"takenAt\":\"2020-01-26T08:00:00+08:00\",\"temperature\":36.5,\"note\":\"电话 13812341234\"}"
            })
    void what_is_no_entry_is_refused(String body) {
        accepted();

        write(UUID.randomUUID(), body, null).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void half_days_that_have_ended_without_an_entry_are_missed() {
        accepted();
        begunDaysAgo(2);

        get(Persona.COUNTY_OFFICIAL)
                .body("followUp.missed", equalTo(4))
                .body("missed", hasSize(4))
                .body("missed[0].part", notNullValue());
        list("missed=true").body("items.id", hasItem(id)).body("items.missed", everyItem(greaterThan(0)));

        write(UUID.randomUUID(), entry(now.minus(Duration.ofDays(1)), "36.5"), null)
                .statusCode(200)
                .body("halfDay.part", notNullValue());
        get(Persona.COUNTY_OFFICIAL).body("followUp.missed", equalTo(3));
    }

    @Test
    void who_has_waited_longest_for_an_entry_comes_first_page_by_page() {
        var others = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            id = open(now);
            assign("page_worker", TOWN);
            begunDaysAgo(i);
            others.add(0, id);
        }

        var first = list("limit=2&assignee=page_worker&state=assigned").extract();
        var second = list("limit=2&assignee=page_worker&state=assigned&cursor=" + first.path("next"))
                .body("next", nullValue())
                .extract();

        var listed = new ArrayList<String>(first.<List<String>>path("items.id"));
        listed.addAll(second.path("items.id"));
        assertThat(listed).containsExactlyElementsOf(others);
    }

    @Test
    void what_is_over_is_listed_when_it_is_asked_for() {
        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, tag()).statusCode(200);

        list("").body("items.id", not(hasItem(id)));
        list("state=closed").body("items.id", hasItem(id)).body("items.state", everyItem(equalTo("closed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "limit=0", "limit=501", "cursor=x"})
    void what_makes_no_sense_is_refused(String query) {
        Persona.COUNTY_OFFICIAL.request().get("/v1/follow-ups?" + query).then().statusCode(400);
    }

    @Test
    void reassignment_keeps_all_entries() {
        accepted();
        write(UUID.randomUUID(), entry(now, "36.5"), null).statusCode(200);

        assign("other_grid_worker", TOWN).body("entries", hasSize(1));

        see(Persona.GRID_WORKER, 404);
        accept(Persona.OTHER_GRID_WORKER)
                .body("entries[0].actor", equalTo("grid_worker"))
                .body(
                        "steps.assignee",
                        contains("grid_worker", "grid_worker", "other_grid_worker", "other_grid_worker"));
    }

    @Test
    void it_is_completed_when_its_days_are_over_and_the_answer_tells_what_was_missed() {
        accepted();
        change(Persona.GRID_WORKER, "completion", "", tag())
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:follow-up-days-left"));

        begunDaysAgo(15);

        change(Persona.GRID_WORKER, "completion", "", tag())
                .statusCode(200)
                .body("followUp.state", equalTo("completed"))
                .body("followUp.closedAt", notNullValue())
                .body("missed", hasSize(28));
    }

    @Test
    void it_is_referred_with_where_and_why_and_then_nothing_is_done_any_more() {
        accepted();
        String referral = "{\"place\":\"县人民医院发热门诊\",\"reason\":\"体温 38.5\"}";
        change(Persona.GRID_WORKER, "referral", referral, tag())
                .statusCode(200)
                .body("followUp.state", equalTo("referred"))
                .body("steps[2].place", equalTo("县人民医院发热门诊"));

        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, tag())
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:follow-up-over"));
        write(UUID.randomUUID(), entry(now, "36.5"), null).statusCode(409);
    }

    @Test
    void what_is_closed_misses_nothing_more() {
        begunDaysAgo(2);
        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, tag()).body("followUp.missed", equalTo(4));

        assertThat(database.count("SELECT numbers_in(asked) FROM follow_up WHERE id = $1", UUID.fromString(id)))
                .isEqualTo(4);
    }

    @Test
    void when_an_areas_code_changes_what_is_below_it_moves_with_who_has_it() {
        database.run("""
                INSERT INTO area VALUES ('360392', 'COUNTY', '某县', '360000'), ('360392199', 'TOWN', '某镇', '360392'),
                    ('360394', 'COUNTY', '某县', '360000'), ('360394199', 'TOWN', '某镇', '360394'),
                    ('360394199001', 'VILLAGE', '某村', '360394199')
                ON CONFLICT DO NOTHING
                """);
        String village = "{\"assignee\":\"li\",\"areaCode\":\"360394199001\"}";
        change(Persona.PROVINCE_OFFICIAL, "assignment", village, tag()).statusCode(200);
        String elsewhere = open(now);

        handOver(Persona.PROVINCE_OFFICIAL, "360394199", "360392199")
                .statusCode(200)
                .body("moved", equalTo(1));

        assertThat(database.row(
                                "SELECT area_code || ' ' || assignee || ' ' || state || ' ' || version FROM follow_up"
                                        + " WHERE id = $1",
                                UUID.fromString(id))
                        .getString(0))
                .isEqualTo("360392199001 li ASSIGNED 3");
        Persona.PROVINCE_OFFICIAL
                .request()
                .get("/v1/follow-ups/" + id)
                .then()
                .body("steps.kind", contains("assigned", "handed-over"))
                .body("steps[1].reason", equalTo("360394199 to 360392199"));
        id = elsewhere;
        get(Persona.COUNTY_OFFICIAL).body("followUp.areaCode", equalTo("360322"));
    }

    @Test
    void a_hand_over_is_of_ones_own_area_to_a_known_one_of_the_same_level() {
        handOver(Persona.TOWN_OFFICIAL, "360322", "360313").statusCode(403);
        handOver(Persona.COUNTY_OFFICIAL, "360322198", "360322197")
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:unknown-area"));
        handOver(Persona.COUNTY_OFFICIAL, "360322198", "360322").statusCode(400);
        handOver(Persona.COUNTY_OFFICIAL, "360322198", "360322198").statusCode(400);
        handOver(Persona.GRID_WORKER, "360322101", "360322102").statusCode(403);
    }

    @Test
    void whatever_is_done_is_on_record_with_who_did_it() {
        accepted();
        write(UUID.randomUUID(), entry(now, "36.5"), null);
        get(Persona.GRID_WORKER);
        change(Persona.COUNTY_OFFICIAL, "closure", LEFT, tag());

        assertThat(database.row(
                                "SELECT string_agg(actor || ' ' || act, ', ' ORDER BY seq) FROM audit_row"
                                        + " WHERE subject = $1 AND actor <> 'busy_official'",
                                id)
                        .getString(0))
                .isEqualTo("county_official follow-up.assign, grid_worker follow-up.accept,"
                        + " grid_worker follow-up.entry, grid_worker follow-up.read, county_official follow-up.close");
    }

    @Test
    void the_list_is_on_record() {
        long before = listed();
        list("");
        assertThat(listed()).isEqualTo(before + 1);
    }

    @Test
    void metrics_tell_how_much_there_is_to_do() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .containsPattern("feverline_follow_ups_open [1-9]")
                        .containsPattern("feverline_follow_ups_overdue [0-9]")
                        .containsPattern("feverline_follow_ups_missed [0-9]")
                        .containsPattern("feverline_follow_ups_pending [0-9]"));
    }

    @Test
    void an_empty_worklist_is_a_list() {
        list("assignee=nobody").body("items", empty()).body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "li-36032219900101123X", "li\0", "王小明"})
    void a_worklist_of_what_is_no_workers_id_is_refused(String assignee) {
        askFor(assignee)
                .statusCode(400)
                .body("violations.field", contains("assignee"))
                .body(not(containsString(assignee)));
    }

    @Test
    void a_worklist_is_of_somebody_with_an_id_of_digits() {
        askFor("12345678-1234-1234-1234-123456789012").statusCode(200);
    }

    @Test
    void a_workers_id_is_no_longer_than_what_may_be_on_record() {
        askFor("x".repeat(256)).statusCode(400).body("violations.field", contains("assignee"));
    }

    private static ValidatableResponse askFor(String assignee) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .queryParam("assignee", assignee)
                .get("/v1/follow-ups")
                .then();
    }

    private String open(Instant at) {
        UUID traveller = UUID.randomUUID();
        var opening =
                new Opening(traveller, UUID.randomUUID(), CauseKind.KEY_REGION_ARRIVAL, "hubei", at, null, "360322102");
        pool.withTransaction(transaction -> followUps.open(transaction, List.of(opening)))
                .await()
                .indefinitely();
        return database.row("SELECT id FROM follow_up WHERE traveller_id = $1", traveller)
                .getUUID(0)
                .toString();
    }

    /** As if it had been opened so many days ago. */
    private void begunDaysAgo(int days) {
        database.run("""
                UPDATE follow_up SET opened_at = opened_at - $2::bigint * interval '12 hours', ends = ends - $2,
                    asked = int8multirange(int8range(lower(asked) - $2 - 1, upper(asked) - $2 - 1))
                WHERE id = $1
                """, UUID.fromString(id), 2L * days);
    }

    private void toTheQueueOfTheTown() {
        change(Persona.COUNTY_OFFICIAL, "assignment", "{\"areaCode\":\"" + TOWN + "\"}", tag())
                .statusCode(200)
                .body("followUp.state", equalTo("unassigned"));
    }

    private ValidatableResponse assign(String worker, String area) {
        String body = "{\"assignee\":\"%s\",\"areaCode\":\"%s\"}".formatted(worker, area);
        return change(Persona.COUNTY_OFFICIAL, "assignment", body, tag()).statusCode(200);
    }

    private ValidatableResponse accept(Persona worker) {
        return change(worker, "acceptance", "", tag()).statusCode(200);
    }

    private void accepted() {
        assign("grid_worker", TOWN);
        accept(Persona.GRID_WORKER);
    }

    private ValidatableResponse change(Persona persona, String what, String body, @Nullable String ifMatch) {
        var request = persona.request().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/v1/follow-ups/" + id + "/" + what)
                .then();
    }

    private ValidatableResponse write(UUID entry, String body, @Nullable String ifMatch) {
        var request = Persona.GRID_WORKER.request().body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/follow-ups/" + id + "/entries/" + entry)
                .then();
    }

    private static String entry(Instant at, String temperature, String... symptoms) {
        String named = symptoms.length == 0 ? "" : "\"" + String.join("\",\"", symptoms) + "\"";
        return "{\"takenAt\":\"%s\",\"temperature\":%s,\"symptoms\":[%s]}".formatted(at, temperature, named);
    }

    private static ValidatableResponse handOver(Persona persona, String from, String to) {
        return persona.request()
                .body("{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, to))
                .post("/v1/follow-ups/hand-over")
                .then();
    }

    private ValidatableResponse get(Persona persona) {
        return see(persona, 200);
    }

    private ValidatableResponse see(Persona persona, int status) {
        return persona.request().get("/v1/follow-ups/" + id).then().statusCode(status);
    }

    private static ValidatableResponse list(String query) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/follow-ups?" + (query.contains("limit") ? query : "limit=500&" + query))
                .then()
                .statusCode(200);
    }

    /** Looked up by somebody else, who is left out where it is counted who has looked. */
    private String tag() {
        return Persona.BUSY_OFFICIAL
                .request()
                .get("/v1/follow-ups/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private long listed() {
        return database.count(
                "SELECT count(*) FROM audit_row WHERE act = 'follow-up.list' AND actor = 'county_official'");
    }
}
