package io.feverline.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.events.access.AreaScope;
import io.feverline.events.identity.BlindIndex;
import io.feverline.ingest.events.DocumentType;
import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.access.Actor;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class AuditTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    AuditLog log;

    @Inject
    HeadKeeper keeper;

    @Inject
    PassageStore store;

    @Inject
    BlindIndex index;

    @Inject
    Database database;

    @Inject
    Pool pool;

    private final String somebody = "somebody-" + UUID.randomUUID();

    @Test
    void whoever_looks_for_a_traveller_and_reads_where_they_were_is_on_record() {
        String number = "E" + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 100_000_000L);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var reading = Reading.at(now).of(index.traveller(DocumentType.PASSPORT, number));
        store.store(List.of(reading.passage())).await().atMost(SOON);

        String traveller = Persona.COUNTY_OFFICIAL
                .request()
                .body("{\"documentType\":\"passport\",\"documentNumber\":\"%s\"}".formatted(number))
                .post("/v1/travellers/search")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        Persona.DUTY_OFFICER
                .request()
                .get("/v1/travellers/" + traveller + "/passages")
                .then()
                .statusCode(200);

        rows("subject", traveller)
                .body("items.act", equalTo(List.of("traveller.history", "traveller.search")))
                .body("items.actor", equalTo(List.of("duty_officer", "county_official")))
                .body("items.area", everyItem(equalTo("360322")));
    }

    @Test
    void whoever_changes_something_is_on_record() {
        String region = "region-" + UUID.randomUUID();
        Persona.ADMIN
                .request()
                .body("""
                        {"id":"%s","name":"x","areaPrefix":"4201","level":"high","validFrom":"2020-01-23T10:00:00+08:00",
                        "legalBasis":"order 1"}""".formatted(region))
                .post("/v1/key-regions")
                .then()
                .statusCode(201);

        assertThat(database.row("SELECT * FROM audit_row WHERE subject = $1", region)
                        .getString("act"))
                .isEqualTo("key-region.list");
    }

    @Test
    void what_did_not_happen_is_not_on_record() {
        var failure = pool.withTransaction(transaction -> log.append(transaction, deed(360_322))
                .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("afterwards"))));

        assertThatThrownBy(() -> failure.await().atMost(SOON)).hasMessage("afterwards");
        assertThat(database.count("SELECT count(*) FROM audit_row WHERE actor = $1", somebody))
                .isZero();
    }

    @Test
    void an_auditor_sees_what_people_of_the_area_did_page_by_page() {
        append(deed(360_322), deed(360_322_101), deed(360_321), deed(360_322));

        String next = rows("actor", somebody, "limit", "2")
                .body("items.area", equalTo(List.of("360322", "360322101")))
                .extract()
                .path("next");
        rows("actor", somebody, "limit", "2", "cursor", next)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void a_period_has_its_beginning_and_not_its_end() {
        append(deed(360_322), deed(360_322));
        List<String> times = rows("actor", somebody).extract().path("items.recordedAt");
        String later = times.get(0);
        String earlier = times.get(1);

        rows("actor", somebody, "from", earlier, "to", later).body("items.recordedAt", equalTo(List.of(earlier)));
    }

    @Test
    void that_the_log_was_read_is_on_record() {
        rows("actor", somebody);

        rows("act", "audit.read").body("items.detail", hasItem("of %s, all acts".formatted(somebody)));
    }

    @ParameterizedTest
    @CsvSource({
        "actor, 13800138000",
        "subject, E12345678",
        "subject, 36032219900101123X",
        "subject, 王小明",
        "act, 王小明",
        "act, 36032219900101123X"
    })
    void a_question_with_what_may_be_somebodys_number_is_refused_and_not_on_record(String name, String value) {
        long questions = database.count("SELECT count(*) FROM audit_row WHERE act = 'audit.read'");

        ask(name, value)
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body(containsString(name))
                .body(not(containsString(value)));

        assertThat(database.count("SELECT count(*) FROM audit_row WHERE act = 'audit.read'"))
                .isEqualTo(questions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "act", "subject"})
    void a_question_with_a_character_that_no_text_has_is_refused(String name) {
        ask(name, "li\0").statusCode(400).body(containsString(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "subject"})
    void a_question_is_no_longer_than_what_may_be_on_record(String name) {
        ask(name, "x".repeat(256)).statusCode(400).body("violations.field", contains(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "王小明",
                "auth0|li ming",
                "12345678-1234-1234-1234-123456789012",
                "a-12345678-1234-1234-1234-123456789012"
            })
    void whoever_may_have_signed_in_is_asked_for(String who) {
        ask("actor", who).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-26", "360322", "360322/2020-01-26", "a-1.b_2/2020-01-26/day"})
    void what_may_have_been_done_to_is_asked_for_as_it_stands_in_the_log(String what) {
        ask("subject", what).statusCode(200);
    }

    @Test
    void what_is_on_record_by_a_number_is_found_by_it() {
        String device = deviceWithANumber();
        append(deed(360_322, device));

        rows("subject", device).body("items.subject", contains(device));
    }

    @Test
    void a_number_that_is_on_record_elsewhere_is_refused_as_one_that_is_nowhere() {
        String device = deviceWithANumber();
        append(deed(360_321, device));

        ask("subject", device).statusCode(400).body("type", equalTo("urn:feverline:problem:number-not-on-record"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_row SET actor = 'nobody'",
                "DELETE FROM audit_row",
                "TRUNCATE audit_row CASCADE",
                "INSERT INTO audit_row VALUES (0, now(), 'x', 'x', 'x', NULL, NULL, NULL, '')",
                "DELETE FROM audit_head",
                "ALTER TABLE audit_row DISABLE TRIGGER ALL",
                "CREATE TABLE elsewhere ()"
            })
    void the_role_of_the_service_cannot_change_it(String statement) {
        assertThatThrownBy(() -> database.run(statement))
                .isInstanceOf(PgException.class)
                .extracting(e -> ((PgException) e).getSqlState())
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void a_log_that_many_write_at_once_is_intact() {
        Uni.join()
                .all(IntStream.range(0, 50)
                        .mapToObj(n -> transaction(deed(360_322).with("多人同时 " + n)))
                        .toList())
                .andFailFast()
                .await()
                .atMost(SOON);

        verification().body("intact", equalTo(true)).body("appendOnly", equalTo(true));
        rows("actor", somebody, "limit", "500").body("items", hasSize(50));
    }

    @Test
    void a_log_of_many_pages_is_verified_to_its_end() {
        database.run(
                "SELECT count(audit_append($1, '360322', 'identity.open', n::text, 'x', NULL))"
                        + " FROM generate_series(1, 2500) n",
                somebody);
        long rows = database.count("SELECT max(seq) FROM audit_row");

        verification().body("intact", equalTo(true)).body("rows", equalTo((int) rows));
    }

    @Test
    void its_end_is_signed_and_published_once_in_an_hour() {
        long signed = signAsIfAnHourHadPassed();
        append(deed(360_322));
        keeper.sign().await().atMost(SOON);

        assertThat(database.count("SELECT max(seq) FROM audit_head")).isEqualTo(signed);
        verification().body("heads", greaterThan(0)).body("lastSignedAt", not(nullValue()));
    }

    @Test
    void an_owner_of_the_database_who_changes_a_row_is_found_out() {
        append(deed(360_322).with("as it was"));
        long seq = database.count("SELECT max(seq) FROM audit_row WHERE actor = $1", somebody);

        database.runAsOwner("UPDATE audit_row SET detail = 'as it never was' WHERE seq = " + seq);
        verification()
                .body("intact", equalTo(false))
                .body("fault.kind", equalTo("row-changed"))
                .body("fault.seq", equalTo((int) seq));

        database.runAsOwner("UPDATE audit_row SET detail = 'as it was' WHERE seq = " + seq);
        verification().body("intact", equalTo(true));
    }

    @Test
    void an_owner_of_the_database_who_cuts_it_off_is_found_out() {
        append(deed(360_322));
        long signed = signAsIfAnHourHadPassed();

        database.runAsOwner("CREATE TABLE taken AS SELECT * FROM audit_row WHERE seq >= " + signed);
        database.runAsOwner("ALTER TABLE audit_head DROP CONSTRAINT audit_head_seq_fkey");
        database.runAsOwner("DELETE FROM audit_row WHERE seq >= " + signed);
        verification().body("intact", equalTo(false)).body("fault.kind", equalTo("cut-off"));

        // In place of what was taken there is what the verification itself has put on record.
        database.runAsOwner("DELETE FROM audit_row WHERE seq >= " + signed);
        database.runAsOwner("INSERT INTO audit_row SELECT * FROM taken");
        database.runAsOwner("DROP TABLE taken");
        database.runAsOwner("ALTER TABLE audit_head ADD FOREIGN KEY (seq) REFERENCES audit_row");
        verification().body("intact", equalTo(true));
    }

    /** Returns the number of the row that was signed. */
    private long signAsIfAnHourHadPassed() {
        database.runAsOwner("UPDATE audit_head SET signed_at = signed_at - interval '1 hour'");
        append(deed(360_322));
        keeper.sign().await().atMost(SOON);
        await().atMost(SOON).until(() -> database.count("SELECT count(*) FROM outbox") == 0);
        return database.count("SELECT max(seq) FROM audit_head");
    }

    private Deed deed(int area) {
        return deed(area, UUID.randomUUID()).purpose("密接排查");
    }

    private Deed deed(int area, Object subject) {
        return new Deed(new Actor(somebody, AreaScope.of("" + area)), Act.IDENTITY_OPEN, subject);
    }

    private void append(Deed... deeds) {
        Stream.of(deeds).forEach(deed -> transaction(deed).await().atMost(SOON));
    }

    private Uni<Void> transaction(Deed deed) {
        return pool.withTransaction(transaction -> log.append(transaction, deed));
    }

    private static String deviceWithANumber() {
        return "SN%010d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 10_000_000_000L));
    }

    private static ValidatableResponse rows(String... parameters) {
        return ask(parameters).statusCode(200);
    }

    private static ValidatableResponse ask(String... parameters) {
        var request = Persona.AUDITOR.request();
        for (int index = 0; index < parameters.length; index += 2) {
            request.queryParam(parameters[index], parameters[index + 1]);
        }
        return request.get("/v1/audit").then();
    }

    private static ValidatableResponse verification() {
        return Persona.AUDITOR.request().post("/v1/audit/verifications").then().statusCode(200);
    }
}
