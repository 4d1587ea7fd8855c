package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.Rejection;
import io.feverline.registry.access.Actor;
import io.feverline.registry.config.RetentionConfig;
import io.feverline.registry.passage.Passage;
import io.feverline.registry.passage.PassageStore;
import io.feverline.registry.report.ReportFile;
import io.feverline.registry.report.ReportId;
import io.feverline.registry.report.Reports;
import io.feverline.registry.report.rule.Counts;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.report.rule.Stated;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ReportTest {
    private static final String TOWN = "360322101";

    private static final Stated NOTHING = new Stated(new Counts(0, 0, 0, 0), 0);
    private static final Actor SIGNER = new Actor("li", AreaScope.of(TOWN));

    private final String gate = "gate-" + UUID.randomUUID();
    private final LocalDate today = LocalDate.now(ShiftPlan.COUNTY);

    /** Its shifts have ended, and their cutoffs are over. */
    private final LocalDate past = today.minusDays(2);

    private final String report = "/v1/reports/" + gate + "/" + past + "/day";

    @Inject
    PassageStore store;

    @Inject
    Reports reports;

    @Inject
    Database database;

    @Inject
    ShiftPlan plan;

    @Inject
    RetentionConfig retention;

    @BeforeEach
    void a_checkpoint() {
        database.run("""
                INSERT INTO area VALUES ('360000', 'PROVINCE', '江西省', NULL), ('360300', 'CITY', '萍乡市', '360000'),
                    ('360322', 'COUNTY', '上栗县', '360300'), ('360322101', 'TOWN', '上栗镇', '360322')
                ON CONFLICT DO NOTHING""");
        database.run(
                "INSERT INTO checkpoint (id, name, kind, area_code, registered_at) VALUES ($1, '北出口', 'OTHER', $2, $3)",
                gate,
                TOWN,
                shift().begins().atOffset(ZoneOffset.UTC));
    }

    @Test
    void a_report_is_drafted_from_what_devices_counted() {
        passed(3);

        Persona.DUTY_OFFICER
                .request()
                .get(report)
                .then()
                .statusCode(200)
                .header("ETag", nullValue())
                .body("report.state", equalTo("missing"))
                .body("report.checkpointName", equalTo("北出口"))
                .body("report.cutoff", equalTo(shift().cutoff().toString()))
                .body("draft.screened", equalTo(3))
                .body("draft.suspected", equalTo(0))
                .body("draft.referred", nullValue())
                .body("statements", hasSize(0));
    }

    @Test
    void a_person_signs_it_and_what_devices_had_counted_is_kept() {
        passed(3);

        sign(Persona.DUTY_OFFICER, figures(3, "note", "平安"))
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("report.state", equalTo("late"))
                .body("report.inTime", equalTo(false));

        Persona.AUDITOR
                .request()
                .get(report)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("report.stated.screened", equalTo(3))
                .body("statements", hasSize(1))
                .body("statements[0].signedBy", equalTo("duty_officer"))
                .body("statements[0].devices.screened", equalTo(3))
                .body("statements[0].words", equalTo("平安"));
    }

    @Test
    void it_is_signed_once() {
        sign(Persona.DUTY_OFFICER, figures(0)).statusCode(201);

        sign(Persona.COUNTY_OFFICIAL, figures(1))
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:already-signed"));
    }

    @Test
    void a_shift_that_has_not_ended_cannot_be_signed() {
        Persona.DUTY_OFFICER
                .request()
                .body(figures(0))
                .post("/v1/reports/%s/%s/day/signature".formatted(gate, today.plusDays(1)))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:feverline:problem:time-not-possible"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"screened", "suspected", "confirmed", "referred", "keyRegion"})
    void every_figure_is_stated_and_none_is_negative(String figure) {
        Map<String, Object> without = figures(0);
        without.remove(figure);
        sign(Persona.DUTY_OFFICER, without).statusCode(400);

        sign(Persona.DUTY_OFFICER, figures(0, figure, -1)).statusCode(400);
    }

    @Test
    void a_correction_needs_what_was_seen_and_keeps_what_was_signed() {
        correct("\"1\"", figures(4, "reason", "漏计")).statusCode(409).body("type", equalTo(problem("not-signed")));
        sign(Persona.DUTY_OFFICER, figures(3)).statusCode(201);

        correct(null, figures(4, "reason", "漏计")).statusCode(428).body("type", equalTo(problem("if-match-needed")));
        correct("\"1\"", figures(4)).statusCode(400);
        correct("\"1\"", figures(4, "reason", "漏计"))
                .statusCode(201)
                .header("ETag", equalTo("\"2\""))
                .body("report.state", equalTo("corrected"))
                .body("report.stated.screened", equalTo(4))
                .body("statements.stated.screened", contains(3, 4))
                .body("statements.words", contains(nullValue(), equalTo("漏计")));
        correct("\"1\"", figures(5, "reason", "漏计")).statusCode(412).body("type", equalTo(problem("changed")));
    }

    @Test
    void what_was_signed_cannot_be_changed_by_the_service_itself() {
        sign(Persona.DUTY_OFFICER, figures(3)).statusCode(201);

        assertThat(Stream.of("UPDATE report_statement SET screened = 0", "DELETE FROM report_statement")
                        .map(this::refusal))
                .allMatch(message -> message.contains("permission denied"));
    }

    private String refusal(String sql) {
        try {
            database.run(sql);
            return "done";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void a_checkpoint_elsewhere_is_not_there() {
        Persona.TOWN_OFFICIAL.request().get(report).then().statusCode(404);
        Persona.TOWN_OFFICIAL
                .request()
                .get(report.replace(gate, "nowhere"))
                .then()
                .statusCode(404);
        sign(Persona.TOWN_OFFICIAL, figures(0)).statusCode(404);
        Persona.TOWN_OFFICIAL
                .request()
                .get("/v1/reports?limit=500&day=" + past)
                .then()
                .statusCode(200)
                .body("items.checkpointId", not(hasItem(gate)));
    }

    @Test
    void there_is_no_report_of_a_shift_that_nobody_has() {
        Persona.DUTY_OFFICER
                .request()
                .get(report.replace("/day", "/noon"))
                .then()
                .statusCode(404);
    }

    @Test
    void of_the_shift_that_it_was_registered_in_a_checkpoint_owes_no_report() {
        Persona.DUTY_OFFICER
                .request()
                .get("/v1/reports/%s/%s/night".formatted(gate, past.minusDays(1)))
                .then()
                .statusCode(404);
    }

    @Test
    void a_day_is_listed_by_state_and_page_by_page() {
        sign(Persona.DUTY_OFFICER, figures(0)).statusCode(201);

        assertThat(positions("/v1/reports?limit=1&day=" + past)).contains(gate + " day late", gate + " night missing");
        assertThat(positions("/v1/reports?limit=500&state=late&day=" + past)).contains(gate + " day late");
        assertThat(positions("/v1/reports?limit=500&state=late&day=" + past)).allMatch(line -> line.endsWith("late"));
        assertThat(positions("/v1/reports?limit=500&state=expected&day=" + today.plusDays(1)))
                .contains(gate + " day expected", gate + " night expected");
        assertThat(positions("/v1/reports/missing?limit=1&area=360322&day=" + past))
                .contains(gate + " day late", gate + " night missing");
        assertThat(positions("/v1/reports/missing?limit=500&area=360322102&day=" + past))
                .isEmpty();
    }

    private List<String> positions(String url) {
        var positions = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = Persona.COUNTY_OFFICIAL
                    .request()
                    .get(cursor.isEmpty() ? url : url + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            page.<List<Map<String, String>>>path("items")
                    .forEach(item -> positions.add(
                            "%s %s %s".formatted(item.get("checkpointId"), item.get("shift"), item.get("state"))));
            cursor = page.path("next");
        }
        return positions;
    }

    @Test
    void the_auditor_sees_what_devices_contradict() {
        passed(3);
        sign(Persona.DUTY_OFFICER, figures(1, "keyRegion", 2)).statusCode(201);

        Persona.AUDITOR
                .request()
                .get("/v1/reports/discrepancies?limit=500&day=" + past)
                .then()
                .statusCode(200)
                .body(ofGate("report.stated.screened"), equalTo(1))
                .body(ofGate("discrepancies.figure"), contains("screened", "key-region"))
                .body(ofGate("discrepancies.difference"), contains(-2, 2))
                .body(ofGate("discrepancies.kind"), everyItem(equalTo("differed-when-signed")));
    }

    @Test
    void of_a_shift_whose_passages_are_no_longer_kept_nothing_is_drafted() {
        long days = retention.days();
        registeredLongAgo();

        of(today.minusDays(days)).body("draft.screened", equalTo(0));
        of(today.minusDays(days + 1)).body("draft", nullValue());
    }

    private ValidatableResponse of(LocalDate day) {
        return Persona.DUTY_OFFICER
                .request()
                .get("/v1/reports/%s/%s/day".formatted(gate, day))
                .then()
                .statusCode(200);
    }

    @Test
    void a_shift_whose_passages_are_no_longer_kept_is_not_signed_any_more() {
        registeredLongAgo();

        Persona.DUTY_OFFICER
                .request()
                .body(figures(0))
                .post("/v1/reports/%s/%s/day/signature".formatted(gate, forgotten()))
                .then()
                .statusCode(409)
                .body("type", equalTo(problem("count-not-kept")));
    }

    @Test
    void a_report_whose_passages_are_no_longer_kept_is_corrected_beside_what_was_counted_when_it_was_signed() {
        signedLongAgo(120);

        Persona.COUNTY_OFFICIAL
                .request()
                .header("If-Match", "\"1\"")
                .body(figures(119, "reason", "漏计"))
                .post("/v1/reports/%s/%s/day/corrections".formatted(gate, forgotten()))
                .then()
                .statusCode(201)
                .body("statements.devices.screened", contains(120, 120));
    }

    @Test
    void devices_do_not_contradict_a_report_whose_passages_are_no_longer_kept() {
        signedLongAgo(120);

        Persona.AUDITOR
                .request()
                .get("/v1/reports/discrepancies?limit=500&day=" + forgotten())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private LocalDate forgotten() {
        return today.minusDays(retention.days() + 1L);
    }

    private void registeredLongAgo() {
        database.run("UPDATE checkpoint SET registered_at = now() - interval '1 year' WHERE id = $1", gate);
    }

    /** As devices had counted then. */
    private void signedLongAgo(int screened) {
        registeredLongAgo();
        database.run("""
                INSERT INTO report_statement (checkpoint_id, day, shift, version, screened, suspected, confirmed, key_region,
                    referred, devices_screened, devices_suspected, devices_confirmed, devices_key_region, signed_by, signed_at)
                VALUES ($1, $2, 'day', 1, $3, 0, 0, 0, 0, $3, 0, 0, 0, 'li', now())
                """, gate, forgotten(), screened);
    }

    @Test
    void a_correction_settles_a_discrepancy_and_leaves_the_report_late() {
        passed(3);
        sign(Persona.DUTY_OFFICER, figures(1)).statusCode(201);
        correct("\"1\"", figures(3, "reason", "漏计")).statusCode(201);

        Persona.AUDITOR
                .request()
                .get("/v1/reports/discrepancies?limit=500&day=" + past)
                .then()
                .body("items.report.checkpointId", not(hasItem(gate)));
        assertThat(positions("/v1/reports/missing?limit=500&day=" + past)).contains(gate + " day corrected");
    }

    @Test
    void of_several_who_sign_or_correct_at_the_same_moment_one_does() {
        assertThat(atOnce(reports.sign(id(), NOTHING, null, SIGNER)))
                .containsExactlyInAnyOrder("done", "ALREADY_SIGNED", "ALREADY_SIGNED");
        assertThat(atOnce(reports.correct(id(), NOTHING, "漏计", version -> version == 1, SIGNER)))
                .containsExactlyInAnyOrder("done", "CHANGED", "CHANGED");
    }

    private static List<String> atOnce(Uni<ReportFile> work) {
        var attempt = work.replaceWith("done")
                .onFailure(Rejection.class)
                .recoverWithItem(e -> e.reason().name());
        return Uni.join()
                .all(List.of(attempt, attempt, attempt))
                .andFailFast()
                .await()
                .indefinitely();
    }

    private ReportId id() {
        return new ReportId(gate, past, "day");
    }

    private String ofGate(String member) {
        return "items.find { it.report.checkpointId == '%s' }.%s".formatted(gate, member);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUTY_OFFICER", "GRID_WORKER", "ADMIN"})
    void discrepancies_are_not_for_those_who_sign(Persona persona) {
        persona.request().get("/v1/reports/discrepancies?day=" + past).then().statusCode(403);
    }

    @Test
    void an_auditor_signs_nothing() {
        sign(Persona.AUDITOR, figures(0)).statusCode(403);
    }

    @Test
    void completeness_is_told_by_town_and_by_county() {
        sign(Persona.DUTY_OFFICER, figures(0)).statusCode(201);

        for (var by : Map.of("town", TOWN, "county", "360322").entrySet()) {
            Persona.COUNTY_OFFICIAL
                    .request()
                    .get("/v1/reports/completeness?from=%s&to=%s&by=%s".formatted(past, past, by.getKey()))
                    .then()
                    .statusCode(200)
                    .body("items.areaCode", hasItem(by.getValue()))
                    .body("items.find { it.areaCode == '%s' }.timeliness".formatted(by.getValue()), equalTo(0f));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/reports, 400",
        "/v1/reports?day=2020-1-26, 400",
        "/v1/reports?day=2020-02-30, 400",
        "/v1/reports?day=2020-01-26&state=lost, 400",
        "/v1/reports?day=2020-01-26&cursor=%25, 400",
        "/v1/reports/completeness?from=2020-01-26, 400",
        "/v1/reports/completeness?from=2020-01-26&to=2020-01-25, 400",
        "/v1/reports/completeness?from=2020-01-01&to=2020-04-01, 200",
        "/v1/reports/completeness?from=2020-01-01&to=2020-04-02, 400",
        "/v1/reports/completeness?from=2020-01-26&to=2020-01-26&by=village, 400",
    })
    void what_is_asked_for_is_understood_or_refused(String url, int status) {
        Persona.COUNTY_OFFICIAL
                .request()
                .urlEncodingEnabled(false)
                .get(url)
                .then()
                .statusCode(status);
    }

    @Test
    void all_of_it_is_on_record() {
        sign(Persona.DUTY_OFFICER, figures(0)).statusCode(201);
        correct("\"1\"", figures(1, "reason", "漏计")).statusCode(201);
        Persona.AUDITOR.request().get(report).then().statusCode(200);

        Persona.AUDITOR
                .request()
                .get("/v1/audit?subject=%s/%s/day".formatted(gate, past))
                .then()
                .body("items.act", contains("report.read", "report.correct", "report.sign"))
                .body("items.purpose", contains(nullValue(), equalTo("漏计"), nullValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/reports, reports.read",
        "/v1/reports/missing, reports.missing",
        "/v1/reports/discrepancies, reports.discrepancies"
    })
    void who_reads_a_list_is_on_record(String url, String act) {
        String day = past.toString();
        long before = database.count("SELECT count(*) FROM audit_row WHERE act = $1 AND subject = $2", act, day);

        Persona.AUDITOR.request().get(url + "?day=" + day).then().statusCode(200);

        assertThat(database.count("SELECT count(*) FROM audit_row WHERE act = $1 AND subject = $2", act, day))
                .isEqualTo(before + 1);
    }

    private void passed(int travellers) {
        var readings = new ArrayList<Passage>();
        for (int i = 0; i < travellers; i++) {
            readings.add(Reading.at(shift().begins().plusSeconds(60L * i))
                    .through(gate)
                    .passage());
        }
        readings.add(Reading.at(shift().ends()).through(gate).passage());
        store.store(readings).await().indefinitely();
    }

    private ValidatableResponse sign(Persona persona, Map<String, Object> figures) {
        return persona.request().body(figures).post(report + "/signature").then();
    }

    private ValidatableResponse correct(@Nullable String ifMatch, Map<String, Object> figures) {
        var request = Persona.COUNTY_OFFICIAL.request().body(figures);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post(report + "/corrections")
                .then();
    }

    private static Map<String, Object> figures(int screened) {
        var figures = new HashMap<String, Object>();
        figures.put("screened", screened);
        figures.put("suspected", 0);
        figures.put("confirmed", 0);
        figures.put("referred", 0);
        figures.put("keyRegion", 0);
        return figures;
    }

    private static Map<String, Object> figures(int screened, String member, Object value) {
        var figures = figures(screened);
        figures.put(member, value);
        return figures;
    }

    private static String problem(String type) {
        return "urn:feverline:problem:" + type;
    }

    private ShiftOfDay shift() {
        return plan.find(past, "day").orElseThrow();
    }
}
