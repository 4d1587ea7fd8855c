package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ContactsTest {
    private static final String ELSEWHERE = "360321101";

    /** Half an hour ago, so that what is measured after the case is not in the future. */
    private final Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofMinutes(30));

    private final String person = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private final String third = UUID.randomUUID().toString();
    private final String coach = UUID.randomUUID().toString();
    private final String gate = "gate-" + UUID.randomUUID();
    private final String farGate = "gate-" + UUID.randomUUID();

    @Inject
    PassageStore store;

    @Inject
    Database database;

    @BeforeEach
    void a_county() {
        database.run("INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL) ON CONFLICT DO NOTHING");
    }

    @Test
    void who_rode_along_and_who_sat_near_is_told_with_the_rows_between() {
        store(
                person(then).through(gate).by(coach, "K12", "12A"),
                other(then.plusSeconds(90)).through(farGate).by(coach, "K12", "10D"),
                third(then.plusSeconds(7200)).through(farGate).by(coach, "K12", "1A"));

        contacts("")
                .body("contacts", equalTo(2))
                .body("cut", equalTo(false))
                .body("items.id", contains(id(other), id(third)))
                .body("items[0].encounters", hasSize(1))
                .body("items[0].encounters[0].reason", equalTo("near-rows"))
                .body("items[0].encounters[0].rowsApart", equalTo(2))
                .body("items[0].encounters[0].apartSeconds", equalTo(90))
                .body("items[0].encounters[0].trip", equalTo("K12"))
                .body("items[0].encounters[0].seats", contains("10D"))
                .body(
                        "items[0].encounters[0].from",
                        equalTo(then.plusSeconds(90).toString()))
                .body("items[1].encounters.reason", contains("trip"))
                .body("stays.vehicleId", hasItems(vehicle(coach)));
    }

    @Test
    void another_trip_of_the_vehicle_makes_no_contact_but_one_without_a_name_does() {
        store(
                person(then).through(gate).by(coach, "K12", "12A"),
                other(then.plusSeconds(90)).through(farGate).by(coach, "K13", "12B"),
                third(then.plusSeconds(90)).through(farGate).by(coach, null, null));

        contacts("").body("items.id", contains(id(third))).body("items[0].encounters.reason", contains("vehicle"));
    }

    @Test
    void a_trip_of_the_same_name_the_day_before_makes_no_contact() {
        store(
                person(then).through(gate).by(coach, "K12", "12A"),
                other(then.minus(Duration.ofHours(12))).through(farGate).by(coach, "K12", "12B"),
                third(then.minus(Duration.ofHours(12)).minusMillis(1))
                        .through(farGate)
                        .by(coach, "K12", "12C"));

        contacts("").body("items.id", contains(id(other)));
    }

    @Test
    void at_a_checkpoint_ten_minutes_make_a_contact_and_a_moment_more_does_not() {
        store(
                person(then).through(gate),
                other(then.plus(Duration.ofMinutes(10))).through(gate),
                third(then.plus(Duration.ofMinutes(10)).plusMillis(1)).through(gate));

        contacts("")
                .body("items.id", contains(id(other)))
                .body("items[0].encounters[0].reason", equalTo("checkpoint"))
                .body("items[0].encounters[0].checkpointId", equalTo(gate))
                .body("items[0].encounters[0].apartSeconds", equalTo(600))
                .body("items[0].encounters[0].overlapSeconds", equalTo(0));
    }

    @Test
    void whoever_is_measured_in_a_bus_rides_along() {
        database.run("INSERT INTO checkpoint VALUES ($1, '3 路', 'BUS', '360000')", gate);
        store(
                person(then).through(gate),
                other(then.minus(Duration.ofHours(2))).through(gate),
                third(then.minus(Duration.ofHours(2)).minusMillis(1)).through(gate));

        contacts("")
                .body("items.id", contains(id(other)))
                .body("items[0].encounters[0].reason", equalTo("bus"))
                .body("items[0].encounters[0].checkpointName", equalTo("3 路"));
    }

    @Test
    void who_was_met_in_several_ways_is_one_contact() {
        store(
                person(then).through(gate).by(coach, "K12", "12A"),
                other(then.plusSeconds(60)).through(gate).by(coach, "K12", "12B"));

        contacts("")
                .body("contacts", equalTo(1))
                .body("items[0].encounters.reason", contains("seat-row", "checkpoint"))
                .body("items[0].encounters[1].overlapSeconds", equalTo(540));
    }

    @Test
    void people_without_papers_are_counted_once_each() {
        var anonymous = Reading.at(then.plusSeconds(60)).through(gate);
        var recheck = Reading.at(then.plusSeconds(120)).through(gate);
        store(
                person(then).through(gate),
                anonymous,
                recheck,
                Reading.at(then.plusSeconds(3600)).through(gate));
        database.run("UPDATE passage SET recheck_of = $1 WHERE reading_id = $2", anonymous.id(), recheck.id());

        contacts("")
                .body("contacts", equalTo(0))
                .body("stays", hasSize(1))
                .body("stays[0].checkpointId", equalTo(gate))
                .body("stays[0].unknown", equalTo(1));
    }

    @Test
    void only_the_days_that_are_asked_for_are_looked_at() {
        Instant longAgo = then.minus(Duration.ofDays(15));
        store(
                person(then).through(gate),
                other(then).through(gate),
                person(longAgo).through(gate),
                third(longAgo).through(gate));

        contacts("").body("items.id", contains(id(other)));
        contacts("?days=16").body("items.id", hasItems(id(other), id(third)));
        contacts("?until=" + longAgo).body("items.id", contains(id(third)));
    }

    @Test
    void whom_the_case_met_elsewhere_is_neither_shown_nor_counted() {
        store(
                person(then).through(gate).by(coach, "K12", "12A"),
                person(then.plusSeconds(600)).in(ELSEWHERE).through(farGate).by(coach, "K12", "12A"),
                other(then.plusSeconds(60)).in(ELSEWHERE).through(farGate).by(coach, "K12", "12B"),
                Reading.at(then.plusSeconds(60)).in(ELSEWHERE).through(gate).by(coach, "K12", "12C"),
                third(then.plusSeconds(900)).through(farGate));

        contacts("")
                .body("contacts", equalTo(0))
                .body("items", hasSize(0))
                .body("stays.contacts", contains(0, 0))
                .body("stays.unknown", contains(0, 0))
                .body("stays.until", contains(then.toString(), then.toString()));
        export(Persona.COUNTY_OFFICIAL).body(not(containsString(id(other)))).body(not(containsString(farGate)));
    }

    @Test
    void a_case_that_never_passed_in_the_callers_area_does_not_exist() {
        store(person(then).through(gate), other(then).through(gate));

        for (var stranger : List.of(Persona.TOWN_OFFICIAL, Persona.OFFICIAL_OF_NOWHERE)) {
            String known = stranger.request()
                    .get(path(id(person)))
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString()
                    .replace(id(person), "");
            String unknown = UUID.randomUUID().toString();
            String nobody = stranger.request()
                    .get(path(unknown))
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString()
                    .replace(unknown, "");
            assertThat(known).isEqualTo(nobody);
            export(stranger, 404);
        }
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
        var readings = new ArrayList<Reading>(List.of(person(then).through(gate)));
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            tokens.add(UUID.randomUUID().toString());
            readings.add(Reading.at(then.plusSeconds(10L * i)).of(tokens.get(i)).through(gate));
        }
        store(readings.toArray(Reading[]::new));

        var first = contacts("?limit=3").body("contacts", equalTo(5)).extract();
        // Who comes meanwhile and belongs before the cursor is on no later page.
        store(other(then.plusSeconds(1)).through(gate));
        var second = contacts("?limit=3&cursor=" + first.path("next")).body("next", nullValue());

        assertThat(first.<List<String>>path("items.id"))
                .containsExactly(id(tokens.get(0)), id(tokens.get(1)), id(tokens.get(2)));
        second.body("items.id", contains(id(tokens.get(3)), id(tokens.get(4))))
                .body("until", equalTo(first.path("until")));
    }

    @Test
    void of_a_crowd_those_nearest_in_time_are_listed_and_that_there_are_more_is_told() {
        var readings = new ArrayList<Reading>(List.of(person(then).through(gate)));
        for (int i = 1; i <= 501; i++) {
            readings.add(Reading.at(then.plusSeconds(i))
                    .of(UUID.randomUUID().toString())
                    .through(gate));
        }
        store(readings.toArray(Reading[]::new));

        contacts("?limit=500")
                .body("contacts", equalTo(500))
                .body("cut", equalTo(true))
                .body("stays[0].cut", equalTo(true))
                .body("stays[0].contacts", equalTo(500))
                .body("items[499].encounters[0].apartSeconds", equalTo(500));
    }

    @Test
    void what_is_elsewhere_cuts_nothing() {
        var readings = new ArrayList<Reading>(List.of(person(then).through(gate)));
        for (int i = 1; i <= 501; i++) {
            readings.add(Reading.at(then.plusSeconds(i))
                    .in(ELSEWHERE)
                    .of(UUID.randomUUID().toString())
                    .through(gate));
        }
        store(readings.toArray(Reading[]::new));

        contacts("").body("contacts", equalTo(0)).body("cut", equalTo(false));
    }

    @Test
    void the_export_is_a_spreadsheets_csv_of_all_that_the_pages_show() {
        store(
                person(then).through(gate).by(coach, "=K12", "12A"),
                other(then.plusSeconds(60)).through(gate).by(coach, "=K12", "12B"));

        String csv = export(Persona.COUNTY_OFFICIAL)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"contacts.csv\"")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(csv)
                .startsWith("\uFEFF")
                .contains(id(other) + ",1,同排 / same row")
                .contains(",'=K12,12A,12B,0,");
        assertThat(csv.lines()).hasSize(3);
    }

    @Test
    void the_export_is_for_officials() {
        store(person(then).through(gate));
        export(Persona.DUTY_OFFICER, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"until=yesterday", "until=%2B10000-01-01T00:00:00Z", "days=0", "days=61", "limit=501", "cursor=x"
            })
    void what_makes_no_sense_is_refused(String parameter) {
        store(person(then).through(gate));
        Persona.COUNTY_OFFICIAL
                .request()
                .urlEncodingEnabled(false)
                .get(path(id(person)) + "?" + parameter)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void whoever_asks_for_them_is_on_record_for_the_list_and_for_the_export() {
        store(person(then).through(gate));

        contacts("");
        export(Persona.COUNTY_OFFICIAL);

        assertThat(database.row(
                                "SELECT string_agg(actor || ' ' || act, ', ' ORDER BY seq) FROM audit_row WHERE subject = $1",
                                id(person))
                        .getString(0))
                .isEqualTo("duty_officer traveller.contacts, county_official traveller.contacts.export");
    }

    @Test
    void the_list_and_its_figures_agree() {
        store(
                person(then).through(gate).by(coach, "K12", "12A"),
                other(then.plusSeconds(60)).through(gate).by(coach, "K12", "12B"),
                third(then.plusSeconds(60)).through(gate));

        var answer = contacts("").extract();

        assertThat(answer.<List<Integer>>path("stays.contacts")).containsExactlyInAnyOrder(1, 2);
        assertThat(new HashSet<>(answer.<List<String>>path("items.id"))).hasSize(2);
    }

    private ValidatableResponse contacts(String query) {
        return Persona.DUTY_OFFICER
                .request()
                .get(path(id(person)) + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse export(Persona persona) {
        return export(persona, 200);
    }

    private ValidatableResponse export(Persona persona, int status) {
        return persona.request().get(path(id(person)) + "/export").then().statusCode(status);
    }

    private static String path(String traveller) {
        return "/v1/travellers/" + traveller + "/contacts";
    }

    private Reading person(Instant at) {
        return Reading.at(at).of(person);
    }

    private Reading other(Instant at) {
        return Reading.at(at).of(other);
    }

    private Reading third(Instant at) {
        return Reading.at(at).of(third);
    }

    private void store(Reading... readings) {
        store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private String id(String token) {
        return database.row("SELECT id FROM traveller WHERE token = $1", token)
                .getUUID(0)
                .toString();
    }

    private String vehicle(String token) {
        return database.row("SELECT id FROM vehicle WHERE token = $1", token)
                .getUUID(0)
                .toString();
    }
}
