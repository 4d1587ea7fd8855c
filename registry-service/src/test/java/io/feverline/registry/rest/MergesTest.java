package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.Seal;
import io.feverline.ingest.events.DocumentType;
import io.feverline.registry.Database;
import io.feverline.registry.Door;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.retention.Retention;
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
class MergesTest {
    private final Instant then = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(30, ChronoUnit.MINUTES);
    private final String passport = number();
    private final String permit = number();
    private final String stranger = number();
    private final String coach = UUID.randomUUID().toString();
    private final String gate = "gate-" + UUID.randomUUID();

    @Inject
    PassageStore store;

    @Inject
    Retention retention;

    @Inject
    BlindIndex index;

    @Inject
    Database database;

    @Test
    void a_search_by_either_document_finds_the_one_person() {
        store(reading(passport, then), reading(permit, then.plusSeconds(60)));

        merge(passport, permit)
                .statusCode(200)
                .body("id", equalTo(id(passport)))
                .body("merged", contains(id(permit)));

        for (String document : List.of(passport, permit)) {
            search(document)
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo(id(passport)))
                    .body("items[0].merged", contains(id(permit)))
                    .body("items[0].firstSeenAt", equalTo(then.toString()))
                    .body("items[0].lastSeenAt", equalTo(then.plusSeconds(60).toString()));
        }
    }

    @Test
    void a_history_is_that_of_all_documents_page_by_page() {
        var first = reading(passport, then);
        var second = reading(permit, then.plusSeconds(60));
        var third = reading(passport, then.plusSeconds(120));
        store(first, second, third);
        merge(passport, permit).statusCode(200);

        for (String document : List.of(passport, permit)) {
            String path = "/v1/travellers/" + id(document) + "/passages?limit=2";
            String next = Persona.DUTY_OFFICER
                    .request()
                    .get(path)
                    .then()
                    .body(
                            "items.readingId",
                            contains(third.id().toString(), second.id().toString()))
                    .extract()
                    .path("next");
            Persona.DUTY_OFFICER
                    .request()
                    .get(path + "&cursor=" + next)
                    .then()
                    .body("items.readingId", contains(first.id().toString()))
                    .body("next", nullValue());
        }
    }

    @Test
    void contacts_are_those_of_all_documents_and_each_person_once() {
        store(
                reading(passport, then),
                reading(permit, then.plusSeconds(60)).by(coach),
                reading(passport, then.plusSeconds(90)).by(coach),
                reading(stranger, then.plusSeconds(120)).by(coach));
        merge(passport, permit).statusCode(200);

        contacts(passport).body("items.id", contains(id(stranger)));
        contacts(stranger).body("items.id", contains(id(passport)));
    }

    @Test
    void what_is_undone_is_as_it_was() {
        store(reading(passport, then), reading(permit, then.plusSeconds(60)));
        String before = all();
        merge(passport, permit).statusCode(200);

        unmerge(passport, permit).statusCode(204);

        assertThat(all()).isEqualTo(before);
        search(permit)
                .body("items[0].id", equalTo(id(permit)))
                .body("items[0].firstSeenAt", equalTo(then.plusSeconds(60).toString()))
                .body("items[0].merged", nullValue());
        unmerge(passport, permit).statusCode(404);
    }

    @Test
    void who_merged_and_undid_it_is_on_record_once() {
        store(reading(passport, then), reading(permit, then));

        merge(passport, permit).statusCode(200);
        merge(passport, permit).statusCode(200);
        unmerge(passport, permit).statusCode(204);

        assertThat(database.row(
                                "SELECT string_agg(concat_ws(' ', act, purpose, detail), '; ' ORDER BY seq)"
                                        + " FROM audit_row WHERE subject = $1 AND act LIKE 'traveller.%merge'",
                                id(passport))
                        .getString(0))
                .isEqualTo("traveller.merge same face, same telephone with %1$s; traveller.unmerge from %1$s"
                        .formatted(id(permit)));
    }

    @Test
    void who_merges_a_second_time_is_on_record_as_having_looked() {
        store(reading(passport, then), reading(permit, then));
        merge(passport, permit).statusCode(200);

        merge(passport, permit).statusCode(200);

        assertThat(database.row(
                                "SELECT string_agg(act || ' by ' || actor, '; ' ORDER BY seq) FROM audit_row"
                                        + " WHERE subject = $1",
                                id(passport))
                        .getString(0))
                .isEqualTo("traveller.merge by county_official; traveller.search by county_official");
    }

    @Test
    void who_is_merged_into_a_person_is_merged_into_no_other() {
        store(reading(passport, then), reading(permit, then), reading(stranger, then));
        merge(passport, permit).statusCode(200);

        for (String[] pair :
                new String[][] {{stranger, permit}, {stranger, passport}, {permit, passport}, {passport, passport}}) {
            merge(pair[0], pair[1]).statusCode(409).body("type", equalTo("urn:feverline:problem:merge-not-possible"));
        }
    }

    @Test
    void whoever_is_merged_with_a_document_belongs_to_its_person() {
        store(reading(passport, then), reading(permit, then), reading(stranger, then));
        merge(passport, permit).statusCode(200);

        merge(permit, stranger)
                .statusCode(200)
                .body("id", equalTo(id(passport)))
                .body("merged", hasSize(2));
        unmerge(permit, stranger).statusCode(204);
    }

    @Test
    void both_have_to_be_visible() {
        store(reading(passport, then), reading(permit, then).in("360321101"));

        merge(passport, permit).statusCode(404);
        merge(permit, passport).statusCode(404);
        Persona.DUTY_OFFICER
                .request()
                .body(order(permit))
                .post(path(passport))
                .then()
                .statusCode(403);
    }

    @Test
    void a_person_is_erased_with_all_documents() {
        store(reading(passport, then), reading(permit, then));
        merge(passport, permit).statusCode(200);

        Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"reason\":\"application 12\",\"legalBasis\":\"PIPL Art. 47\"}")
                .post("/v1/travellers/" + id(permit) + "/erasure")
                .then()
                .statusCode(204);

        search(passport).body("items", hasSize(0));
        search(permit).body("items", hasSize(0));
    }

    @Test
    void a_person_is_given_what_is_kept_of_all_documents() {
        store(sealed(passport), sealed(permit));
        merge(passport, permit).statusCode(200);

        Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"purpose\":\"application 12\"}")
                .post("/v1/travellers/" + id(permit) + "/data-export")
                .then()
                .statusCode(200)
                .body("identities.documentNumber", contains(passport, permit))
                .body("passages", hasSize(2))
                .body("openings", hasSize(2));
    }

    @Test
    void a_document_without_passages_stays_as_long_as_its_person_has_any() {
        Instant past = then.minus(40, ChronoUnit.DAYS);
        store(reading(passport, past).received(past), reading(permit, then));
        merge(passport, permit).statusCode(200);

        retention.enforce().await().indefinitely();

        search(passport).body("items", hasSize(1)).body("items[0].id", equalTo(id(passport)));
    }

    private Reading reading(String document, Instant time) {
        return Reading.at(time).through(gate).of(index.traveller(DocumentType.PASSPORT, document));
    }

    private Reading sealed(String document) {
        var reading = Reading.at(then);
        String identity = "{\"name\":\"王小明\",\"documentNumber\":\"%s\"}".formatted(document);
        return reading.of(
                index.traveller(DocumentType.PASSPORT, document), Door.seal(identity, reading.id(), Seal.TRAVELLER));
    }

    private void store(Reading... readings) {
        store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private ValidatableResponse merge(String document, String other) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .body(order(other))
                .post(path(document))
                .then();
    }

    private ValidatableResponse unmerge(String document, String other) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .delete(path(document) + "/" + id(other))
                .then();
    }

    private ValidatableResponse search(String document) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}".formatted(document))
                .post("/v1/travellers/search")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse contacts(String document) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/travellers/" + id(document) + "/contacts")
                .then()
                .statusCode(200);
    }

    private String order(String other) {
        return "{\"other\":\"%s\",\"reason\":\"same face, same telephone\"}".formatted(id(other));
    }

    private String path(String document) {
        return "/v1/travellers/" + id(document) + "/merges";
    }

    private String id(String document) {
        return database.row(
                        "SELECT id FROM traveller WHERE token = $1", index.traveller(DocumentType.PASSPORT, document))
                .getUUID("id")
                .toString();
    }

    /** All that is kept of the two. */
    private String all() {
        return database.row("""
                        SELECT string_agg(t::text, ' ' ORDER BY t.id) || string_agg(p::text, ' ' ORDER BY p.reading_id)
                        FROM traveller t JOIN passage p ON p.traveller_id = t.id
                        WHERE t.token = ANY ($1)
                        """, (Object) new String[] {
                    index.traveller(DocumentType.PASSPORT, passport), index.traveller(DocumentType.PASSPORT, permit)
                })
                .getString(0);
    }

    private static String number() {
        return "E" + (10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 90_000_000));
    }
}
