package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.Seal;
import io.feverline.ingest.events.DocumentType;
import io.feverline.registry.Database;
import io.feverline.registry.Door;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.config.IdentityConfig;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.traveller.Masking;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class TravellerHistoryTest {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    PassageStore store;

    @Inject
    BlindIndex index;

    @Inject
    Database database;

    @Inject
    IdentityConfig config;

    @Test
    void a_traveller_is_found_by_the_document_however_it_is_typed() {
        String number = passport();
        String token = index.traveller(DocumentType.PASSPORT, number);
        store(Reading.at(now).of(token), Reading.at(now.minusSeconds(60)).of(token));

        Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"documentType\":\"passport\",\"documentNumber\":\" %s \"}"
                        .formatted(number.toLowerCase(java.util.Locale.ROOT)))
                .post("/v1/travellers/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].lastSeenAt", equalTo(now.toString()))
                .body("items[0].firstSeenAt", equalTo(now.minusSeconds(60).toString()))
                .body("items[0].originArea", equalTo("510100"));
        Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}".formatted(passport()))
                .post("/v1/travellers/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void a_history_is_read_newest_first_page_by_page() {
        String number = passport();
        String token = index.traveller(DocumentType.PASSPORT, number);
        var readings = List.of(
                Reading.at(now).of(token),
                Reading.at(now.minusSeconds(60)).of(token),
                Reading.at(now.minus(2, ChronoUnit.DAYS)).of(token));
        store(readings.toArray(Reading[]::new));
        String path = "/v1/travellers/" + idOf(number) + "/passages";

        String next = Persona.DUTY_OFFICER
                .request()
                .get(path + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.readingId", equalTo(ids(readings.subList(0, 2))))
                .body("items[0].temperature", equalTo(36.6f))
                .extract()
                .path("next");
        Persona.DUTY_OFFICER
                .request()
                .get(path + "?limit=2&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.readingId", equalTo(ids(readings.subList(2, 3))))
                .body("next", nullValue());
        Persona.DUTY_OFFICER
                .request()
                .queryParam("from", now.minusSeconds(60).toString())
                .queryParam("to", now.toString())
                .get(path)
                .then()
                .statusCode(200)
                .body("items.readingId", equalTo(ids(readings.subList(1, 2))));
        Persona.DUTY_OFFICER
                .request()
                .get(path + "?from=yesterday")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:unreadable-time"));
        Persona.DUTY_OFFICER.request().get(path + "?limit=501").then().statusCode(400);
    }

    @Test
    void who_has_not_passed_in_the_callers_area_does_not_exist() {
        String number = passport();
        String token = index.traveller(DocumentType.PASSPORT, number);
        var here = Reading.at(now).of(token);
        var elsewhere = Reading.at(now.plusSeconds(5)).of(token).in("360321101");
        store(here, elsewhere);
        String traveller = idOf(number);

        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/travellers/" + traveller + "/passages")
                .then()
                .statusCode(200)
                .body("items.readingId", equalTo(ids(List.of(here))));
        for (var stranger : List.of(Persona.TOWN_OFFICIAL, Persona.OFFICIAL_OF_NOWHERE)) {
            stranger.request()
                    .get("/v1/travellers/" + traveller + "/passages")
                    .then()
                    .statusCode(404);
            stranger.request()
                    .body(search(number))
                    .post("/v1/travellers/search")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            stranger.request()
                    .body("{\"purpose\":\"curious\"}")
                    .post("/v1/travellers/" + traveller + "/identity")
                    .then()
                    .statusCode(404);
        }
        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/travellers/" + UUID.randomUUID() + "/passages")
                .then()
                .statusCode(404);
    }

    @Test
    void opening_an_identity_is_recorded() {
        String number = passport();
        String token = index.traveller(DocumentType.PASSPORT, number);
        var reading = Reading.at(now);
        String identity = "{\"name\":\"王小明\",\"documentNumber\":\"" + number + "\"}";
        store(reading.of(token, Door.seal(identity, reading.id(), Seal.TRAVELLER)));
        String traveller = idOf(number);

        Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"purpose\":\"contact tracing, case 7\",\"view\":\"full\"}")
                .post("/v1/travellers/" + traveller + "/identity")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("name", equalTo("王小明"))
                .body("documentNumber", equalTo(number))
                .body("phone", nullValue());

        var access =
                database.row("SELECT * FROM audit_row WHERE subject = $1 AND act = 'identity.open-full'", traveller);
        assertThat(access.getString("actor")).isEqualTo("county_official");
        assertThat(access.getString("purpose")).isEqualTo("contact tracing, case 7");
        assertThat(access.getString("detail")).endsWith(" " + reading.id());
    }

    @Test
    void an_identity_is_masked_unless_all_of_it_is_asked_for() {
        String number = passport();
        sealed(number, "王小明");

        open(Persona.COUNTY_OFFICIAL, idOf(number), "identity", "{\"purpose\":\"to call the right person\"}")
                .statusCode(200)
                .body("name", equalTo("王**"))
                .body("documentNumber", equalTo(Masking.document(number)))
                .body("phone", nullValue());
    }

    @Test
    void a_duty_officer_opens_one_in_an_emergency_only() {
        String number = passport();
        sealed(number, "王小明");
        String traveller = idOf(number);

        open(Persona.DUTY_OFFICER, traveller, "identity", "{\"purpose\":\"tracing\"}")
                .statusCode(403);
        open(Persona.DUTY_OFFICER, traveller, "identity/break-glass", "{\"reason\":\" \"}")
                .statusCode(400);
        open(Persona.DUTY_OFFICER, traveller, "identity/break-glass", "{\"reason\":\"has fainted, next of kin\"}")
                .statusCode(200)
                .body("name", equalTo("王小明"));

        assertThat(database.row(
                                "SELECT purpose FROM audit_row WHERE subject = $1 AND act = 'identity.break-glass'",
                                traveller)
                        .getString("purpose"))
                .isEqualTo("has fainted, next of kin");
    }

    @Test
    void whoever_has_opened_as_many_as_one_may_opens_another_in_an_emergency_only() {
        String number = passport();
        sealed(number, "王小明");
        String traveller = idOf(number);
        database.run(
                "SELECT count(audit_append('busy_official', '360322', 'identity.open', n::text, 'x', NULL))"
                        + " FROM generate_series(1, $1) n",
                config.openedADay());

        open(Persona.BUSY_OFFICIAL, traveller, "identity", "{\"purpose\":\"tracing\"}")
                .statusCode(429)
                .body("type", equalTo("urn:feverline:problem:too-many-identities"));
        open(Persona.BUSY_OFFICIAL, traveller, "identity/break-glass", "{\"reason\":\"has fainted\"}")
                .statusCode(200);
    }

    private void sealed(String number, String name) {
        var reading = Reading.at(now);
        String identity = "{\"name\":\"%s\",\"documentNumber\":\"%s\"}".formatted(name, number);
        String token = index.traveller(DocumentType.PASSPORT, number);
        store(reading.of(token, Door.seal(identity, reading.id(), Seal.TRAVELLER)));
    }

    private static ValidatableResponse open(Persona persona, String traveller, String path, String body) {
        return persona.request()
                .body(body)
                .post("/v1/travellers/" + traveller + "/" + path)
                .then();
    }

    @Test
    void an_identity_that_cannot_be_opened_leaves_no_record_and_no_trace() {
        String number = passport();
        String token = index.traveller(DocumentType.PASSPORT, number);
        var reading = Reading.at(now);
        store(reading.of(token, Door.seal("{}", UUID.randomUUID(), Seal.TRAVELLER)));
        String traveller = idOf(number);

        Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"purpose\":\"tracing\"}")
                .post("/v1/travellers/" + traveller + "/identity")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:identity-unavailable"));
        Persona.DUTY_OFFICER
                .request()
                .body("{\"purpose\":\"tracing\"}")
                .post("/v1/travellers/" + traveller + "/identity")
                .then()
                .statusCode(403);
        open(Persona.COUNTY_OFFICIAL, traveller, "identity", "{\"purpose\":\" \"}")
                .statusCode(400);
        open(Persona.COUNTY_OFFICIAL, traveller, "identity", "{\"purpose\":\"to call 13812341234\"}")
                .statusCode(400);

        assertThat(database.count(
                        "SELECT count(*) FROM audit_row WHERE subject = $1 AND act = 'identity.open'", traveller))
                .isZero();
    }

    @Test
    void a_vehicle_is_found_by_its_plate() {
        String plate = "川A" + (10_000 + Math.floorMod(UUID.randomUUID().hashCode(), 90_000));
        var reading = Reading.at(now).by(index.vehicle(plate));
        store(reading);

        String vehicle = Persona.DUTY_OFFICER
                .request()
                .body("{\"plate\":\"%s\"}".formatted(plate))
                .post("/v1/vehicles/search")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].platePrefix", equalTo("川A"))
                .body("items[0].kind", equalTo("coach"))
                .extract()
                .path("items[0].id");
        Persona.DUTY_OFFICER
                .request()
                .get("/v1/vehicles/" + vehicle + "/passages")
                .then()
                .statusCode(200)
                .body("items.readingId", equalTo(ids(List.of(reading))))
                .body("items[0].seat", equalTo("12A"));
        Persona.TOWN_OFFICIAL
                .request()
                .get("/v1/vehicles/" + vehicle + "/passages")
                .then()
                .statusCode(404);
    }

    @Test
    void no_problem_repeats_what_was_sent() {
        for (String body : List.of(
                "{\"documentType\":\"passport\",\"documentNumber\":{\"secret-number\":1}}",
                "{\"documentType\":\"secret\",\"documentNumber\":\"secret-number\"}",
                "{\"documentType\":\"passport\",\"documentNumber\":secret}",
                "secret",
                "[\"secret\"]")) {
            Persona.COUNTY_OFFICIAL
                    .request()
                    .body(body)
                    .post("/v1/travellers/search")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:feverline:problem:invalid-request"))
                    .body(not(containsString("secret")));
        }
    }

    private void store(Reading... readings) {
        store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private static String idOf(String number) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .body(search(number))
                .post("/v1/travellers/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static String search(String number) {
        return "{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}".formatted(number);
    }

    private static List<String> ids(List<Reading> readings) {
        return readings.stream().map(reading -> reading.id().toString()).toList();
    }

    private static String passport() {
        return "E" + (10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 90_000_000));
    }
}
