package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import io.feverline.registry.judgement.Judgements;
import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.judgement.VerdictTold;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.passage.Stored;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class RightsTest {
    private static final String APPLICATION = "{\"purpose\":\"application 12 of the person\"}";
    private static final String ORDER = "{\"reason\":\"application 12\",\"legalBasis\":\"PIPL Art. 47\"}";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String number =
            "E" + (10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 90_000_000));

    @Inject
    PassageStore store;

    @Inject
    Judgements judgements;

    @Inject
    BlindIndex index;

    @Inject
    IdentityConfig config;

    @Inject
    Database database;

    @Test
    void a_person_gets_all_that_is_kept_in_one_document() {
        var older = sealed(now.minusSeconds(60));
        var newer = sealed(now);
        store(older, newer);
        judgements
                .storeVerdicts(
                        List.of(new VerdictTold(newer.id(), now, new Verdict("FEVER", 38_200, 37_300, "default-2"))))
                .await()
                .indefinitely();
        String traveller = idOf();
        followUp(traveller, "360322101");
        database.run(
                "INSERT INTO arrival VALUES ($1, $2, 'hubei', $3, NULL, 'gate', '360322101', NULL, now())",
                newer.id(),
                now.atOffset(ZoneOffset.UTC),
                UUID.fromString(traveller));
        ask(Persona.COUNTY_OFFICIAL, traveller, "identity", "{\"purpose\":\"tracing\"}")
                .statusCode(200);

        ask(Persona.COUNTY_OFFICIAL, traveller, "data-export", APPLICATION)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("area", equalTo("360322"))
                .body("traveller.id", equalTo(traveller))
                .body("identities[0].name", equalTo("王小明"))
                .body("identities[0].documentNumber", equalTo(number))
                .body(
                        "passages.readingId",
                        equalTo(List.of(newer.id().toString(), older.id().toString())))
                .body("passages[0].verdict.kind", equalTo("fever"))
                .body("followUps.areaCode", equalTo(List.of("360322101")))
                .body("arrivals.regionId", equalTo(List.of("hubei")))
                .body("openings.how", equalTo(List.of("masked", "full")))
                .body("openings[0].area", equalTo("360322"))
                .body("openings[0].actor", nullValue());
    }

    @Test
    void a_person_gets_how_they_were_looked_after_and_not_by_whom() {
        var reading = sealed(now);
        store(reading);
        String traveller = idOf();
        UUID followUp = referred(traveller, reading.id());
        UUID entry = UUID.randomUUID();
        write(followUp, entry, 1, 36_500);
        write(followUp, entry, 2, 38_500);

        String document = ask(Persona.COUNTY_OFFICIAL, traveller, "data-export", APPLICATION)
                .statusCode(200)
                .body("followUps.id", equalTo(List.of(followUp.toString())))
                .body("followUps[0].areaCode", equalTo("360322101"))
                .body("followUps[0].state", equalTo("referred"))
                .body("followUps[0].causes.kind", equalTo(List.of("confirmed-fever")))
                .body("followUps[0].entries.temperature", equalTo(List.of(38.5f)))
                .body("followUps[0].entries[0].symptoms", equalTo(List.of("cough")))
                .body("followUps[0].entries[0].note", equalTo("夜间咳嗽"))
                .body("followUps[0].entries[0].halfDay.part", notNullValue())
                .body("followUps[0].referredTo", equalTo("县人民医院发热门诊"))
                .extract()
                .asString();

        assertThat(document).doesNotContain("grid_worker");
    }

    private UUID referred(String traveller, UUID reading) {
        return database.row("""
                        WITH cause AS (
                            INSERT INTO follow_up_cause (reading_id, kind, at, known_at)
                            VALUES ($2, 'CONFIRMED_FEVER', now(), now()) RETURNING id
                        ), followed AS (
                            INSERT INTO follow_up (traveller_id, cause, opened_at, closed_at, area_code, state, assignee,
                                caused_by, asked, ends)
                            SELECT $1, 'CONFIRMED_FEVER', now(), now(), '360322101', 'REFERRED', 'grid_worker', ARRAY[id],
                                '{}', 0
                            FROM cause RETURNING id
                        )
                        INSERT INTO follow_up_step (follow_up_id, version, at, kind, actor, area_code, assignee, place)
                        SELECT id, 2, now(), 'REFERRED', 'grid_worker', '360322101', 'grid_worker', '县人民医院发热门诊'
                        FROM followed RETURNING follow_up_id
                        """, UUID.fromString(traveller), reading).getUUID(0);
    }

    private void write(UUID followUp, UUID entry, int revision, int temperature) {
        database.run("""
                INSERT INTO follow_up_entry VALUES ($1, $2, $3, 0, now(), $4, '{COUGH}', '夜间咳嗽', false, 'grid_worker', now())
                """, followUp, entry, revision, temperature);
    }

    @Test
    void a_document_of_many_passages_has_all_of_them() {
        var readings = new Reading[501];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = sealed(now.minusSeconds(i));
        }
        store(readings);

        ask(Persona.COUNTY_OFFICIAL, idOf(), "data-export", APPLICATION)
                .statusCode(200)
                .body("passages", hasSize(501));
    }

    @Test
    void who_gives_a_persons_data_out_is_on_record_as_having_opened_the_identity() {
        store(sealed(now));
        String traveller = idOf();

        ask(Persona.COUNTY_OFFICIAL, traveller, "data-export", APPLICATION).statusCode(200);

        assertThat(database.row(
                                "SELECT string_agg(act, ' ' ORDER BY seq) FROM audit_row"
                                        + " WHERE subject = $1 AND purpose = 'application 12 of the person'",
                                traveller)
                        .getString(0))
                .isEqualTo("identity.open-full traveller.data-export");
    }

    @Test
    void whoever_has_opened_as_many_identities_as_one_may_gives_no_data_out() {
        store(sealed(now));
        database.run(
                "SELECT count(audit_append('busy_official', '360322', 'identity.open', n::text, 'x', NULL))"
                        + " FROM generate_series(1, $1) n",
                config.openedADay());

        ask(Persona.BUSY_OFFICIAL, idOf(), "data-export", APPLICATION).statusCode(429);
    }

    @Test
    void what_lies_elsewhere_is_not_given_out() {
        var here = sealed(now);
        store(here, sealed(now.plusSeconds(5)).in("360321101"));
        followUp(idOf(), "360321");

        ask(Persona.COUNTY_OFFICIAL, idOf(), "data-export", APPLICATION)
                .body("passages.readingId", equalTo(List.of(here.id().toString())))
                .body("followUps", hasSize(0));
        ask(Persona.TOWN_OFFICIAL, idOf(), "data-export", APPLICATION).statusCode(404);
    }

    @Test
    void who_is_followed_up_in_the_area_is_found_there_wherever_they_passed() {
        store(sealed(now));
        String traveller = idOf();
        followUp(traveller, "360322102");

        search(Persona.TOWN_OFFICIAL)
                .body("items.id", equalTo(List.of(traveller)))
                .body("items[0].lastSeenAt", nullValue());
    }

    @Test
    void the_identity_of_who_is_followed_up_in_the_area_is_opened_there_wherever_they_passed() {
        store(sealed(now));
        String traveller = idOf();
        followUp(traveller, "360322102");

        ask(Persona.TOWN_OFFICIAL, traveller, "identity", "{\"purpose\":\"tracing\"}")
                .statusCode(200)
                .body("name", notNullValue());
    }

    @Test
    void who_is_followed_up_in_the_area_gets_what_is_kept_there_wherever_they_passed() {
        store(sealed(now));
        String traveller = idOf();
        followUp(traveller, "360322102");

        ask(Persona.TOWN_OFFICIAL, traveller, "data-export", APPLICATION)
                .statusCode(200)
                .body("identities[0].documentNumber", equalTo(number))
                .body("passages", hasSize(0));
    }

    @Test
    void who_is_followed_up_in_the_area_is_held_there_wherever_they_passed() {
        store(sealed(now));
        String traveller = idOf();
        followUp(traveller, "360322102");

        ask(Persona.TOWN_OFFICIAL, traveller, "erasure", ORDER)
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:traveller-held"));
    }

    @Test
    void a_follow_up_of_somebody_of_whom_nothing_is_kept_leads_to_nobody() {
        String traveller = UUID.randomUUID().toString();
        followUp(traveller, "360322102");

        ask(Persona.TOWN_OFFICIAL, traveller, "data-export", APPLICATION).statusCode(404);
    }

    @Test
    void an_identity_that_is_not_kept_is_not_in_the_document() {
        var reading = Reading.at(now).of(token(), null);
        store(reading);

        ask(Persona.COUNTY_OFFICIAL, idOf(), "data-export", APPLICATION)
                .statusCode(200)
                .body("identities", hasSize(0))
                .body("openings", hasSize(0))
                .body("passages", hasSize(1));
    }

    @Test
    void who_was_erased_is_found_no_more_and_the_identity_is_gone() {
        store(sealed(now));
        String traveller = idOf();

        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", ORDER).statusCode(204);

        search().body("items", hasSize(0));
        ask(Persona.COUNTY_OFFICIAL, traveller, "identity", "{\"purpose\":\"tracing\"}")
                .statusCode(410)
                .body("type", equalTo("urn:feverline:problem:erased"));
        assertThat(database.count(
                        "SELECT count(*) FROM traveller WHERE token = $1 OR id = $2",
                        token(),
                        UUID.fromString(traveller)))
                .isZero();
    }

    @Test
    void what_was_measured_of_somebody_erased_stays_and_is_nobodys() {
        var reading = sealed(now).by(UUID.randomUUID().toString());
        store(reading);

        ask(Persona.COUNTY_ADMIN, idOf(), "erasure", ORDER).statusCode(204);

        var passage = database.row("SELECT * FROM passage WHERE reading_id = $1", reading.id());
        assertThat(passage.getInteger("temperature")).isEqualTo(36_600);
        assertThat(passage.getUUID("traveller_id")).isNull();
        assertThat(passage.getString("origin_area")).isNull();
        assertThat(passage.getString("seat")).isNull();
        assertThat(passage.getUUID("vehicle_id")).isNotNull();
    }

    @Test
    void an_arrival_of_somebody_erased_is_nobodys_also_when_its_passage_is_gone() {
        store(sealed(now));
        String traveller = idOf();
        var reading = UUID.randomUUID();
        database.run(
                "INSERT INTO arrival VALUES ($1, now(), 'hubei', $2, NULL, 'north', '360322101', '360322', now())",
                reading,
                UUID.fromString(traveller));

        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", ORDER).statusCode(204);

        var arrival = database.row("SELECT * FROM arrival WHERE reading_id = $1", reading);
        assertThat(arrival.getUUID("traveller_id")).isNull();
    }

    @Test
    void an_erasure_is_on_record_once_however_often_it_is_asked_for() {
        store(sealed(now), sealed(now.minusSeconds(60)));
        String traveller = idOf();

        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", ORDER).statusCode(204);
        ask(Persona.COUNTY_ADMIN, traveller, "erasure", ORDER).statusCode(204);

        var row = database.row(
                "SELECT count(*), max(purpose) AS purpose, max(detail) AS detail FROM audit_row"
                        + " WHERE subject = $1 AND act = 'traveller.erase'",
                traveller);
        assertThat(row.getLong(0)).isEqualTo(1);
        assertThat(row.getString("purpose")).isEqualTo("application 12");
        assertThat(row.getString("detail")).isEqualTo("legal basis: PIPL Art. 47; 2 passages unlinked");
    }

    @Test
    void a_reading_that_comes_again_does_not_bring_back_who_was_erased() {
        var reading = sealed(now);
        store(reading);
        ask(Persona.COUNTY_OFFICIAL, idOf(), "erasure", ORDER).statusCode(204);

        assertThat(store(reading)).isEqualTo(new Stored(0, 1, 0));
        assertThat(store(reading.received(now.plusSeconds(60)))).isEqualTo(new Stored(0, 1, 0));

        search().body("items", hasSize(0));
    }

    @Test
    void a_new_reading_of_somebody_erased_makes_a_new_traveller() {
        store(sealed(now.minusSeconds(60)));
        String erased = idOf();
        ask(Persona.COUNTY_OFFICIAL, erased, "erasure", ORDER).statusCode(204);

        store(sealed(now));

        search().body("items", hasSize(1)).body("items[0].id", not(equalTo(erased)));
    }

    @Test
    void who_is_followed_up_in_the_area_is_not_erased() {
        store(sealed(now));
        String traveller = idOf();
        followUp(traveller, "360322101");

        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", ORDER)
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:traveller-held"));
    }

    @Test
    void who_is_followed_up_elsewhere_is_erased_as_far_as_the_official_sees() {
        store(sealed(now));
        String traveller = idOf();
        followUp(traveller, "360321");

        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", ORDER).statusCode(204);

        ask(Persona.COUNTY_OFFICIAL, traveller, "identity", "{\"purpose\":\"tracing\"}")
                .statusCode(410);
        assertThat(database.count("SELECT count(*) FROM traveller WHERE id::text = $1", traveller))
                .isEqualTo(1);
    }

    @Test
    void what_lies_outside_the_area_stays_and_is_not_told_of() {
        store(sealed(now), sealed(now.minusSeconds(60)).in("360321101"));
        String traveller = idOf();

        ask(Persona.TOWN_OFFICIAL, traveller, "erasure", ORDER).statusCode(404);
        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", ORDER).statusCode(204);

        search().body("items", hasSize(0));
        assertThat(database.row(
                                "SELECT string_agg(area_code, ' ') FROM passage WHERE traveller_id::text = $1",
                                traveller)
                        .getString(0))
                .isEqualTo("360321101");
    }

    private void followUp(String traveller, String area) {
        database.run("""
                INSERT INTO follow_up (traveller_id, cause, opened_at, area_code, caused_by, asked, ends)
                VALUES ($1, 'CONFIRMED_FEVER', now(), $2, '{}', '{}', 0)
                """, UUID.fromString(traveller), area);
    }

    @Test
    void an_erasure_has_a_reason_and_a_legal_basis() {
        store(sealed(now));
        String traveller = idOf();

        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", "{\"reason\":\"x\"}").statusCode(400);
        ask(Persona.COUNTY_OFFICIAL, traveller, "erasure", "{\"legalBasis\":\"x\"}")
                .statusCode(400);
        ask(Persona.DUTY_OFFICER, traveller, "erasure", ORDER).statusCode(403);
    }

    private String token() {
        return index.traveller(DocumentType.PASSPORT, number);
    }

    private Reading sealed(Instant time) {
        var reading = Reading.at(time);
        String identity = "{\"name\":\"王小明\",\"documentNumber\":\"%s\"}".formatted(number);
        return reading.of(token(), Door.seal(identity, reading.id(), Seal.TRAVELLER));
    }

    private Stored store(Reading... readings) {
        return store.store(List.of(readings).stream().map(Reading::passage).toList())
                .await()
                .indefinitely();
    }

    private String idOf() {
        return search().extract().path("items[0].id");
    }

    private ValidatableResponse search() {
        return search(Persona.COUNTY_OFFICIAL);
    }

    private ValidatableResponse search(Persona persona) {
        return persona.request()
                .body("{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}".formatted(number))
                .post("/v1/travellers/search")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse ask(Persona persona, String traveller, String what, String body) {
        return persona.request()
                .body(body)
                .post("/v1/travellers/" + traveller + "/" + what)
                .then();
    }
}
