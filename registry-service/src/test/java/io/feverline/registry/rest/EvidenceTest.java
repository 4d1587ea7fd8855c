package io.feverline.registry.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.config.AuditConfig;
import io.feverline.registry.events.evidence.EvidenceCheck;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case was measured at a checkpoint on two mornings, and in another county on a third. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class EvidenceTest {
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    private final LocalDate today = LocalDate.now(COUNTY);
    private final String checkpoint = "evidence-" + UUID.randomUUID();
    private final String token = UUID.randomUUID().toString();

    @Inject
    PassageStore store;

    @Inject
    Database database;

    @Inject
    AuditConfig keys;

    private UUID traveller = new UUID(0, 0);

    @BeforeEach
    void a_case_has_passed() {
        Persona.ADMIN
                .request()
                .contentType("text/csv")
                .body("""
                        code,level,name,parent
                        360000,province,江西省,
                        360300,city,萍乡市,360000
                        360322,county,上栗县,360300
                        360322101,town,上栗镇,360322
                        """)
                .post("/v1/areas/import")
                .then()
                .statusCode(200);
        database.run("""
                INSERT INTO checkpoint (id, name, kind, area_code, registered_at)
                VALUES ($1, '北出口', 'HIGHWAY_EXIT', '360322101', now() - interval '30 days')
                """, checkpoint);
        var readings = List.of(
                Reading.at(morning(5)).of(token).through(checkpoint),
                Reading.at(morning(4)).of(token).through(checkpoint),
                Reading.at(morning(3)).of(token).through("elsewhere").in("360321101"));
        store.store(readings.stream().map(Reading::passage).toList()).await().indefinitely();
        traveller =
                database.row("SELECT id FROM traveller WHERE token = $1", token).getUUID(0);
        database.run(
                """
                INSERT INTO report_statement (checkpoint_id, day, shift, version, screened, suspected, confirmed,
                    key_region, referred, devices_screened, devices_suspected, devices_confirmed, devices_key_region,
                    signed_by, signed_at)
                VALUES ($1, $2, 'day', 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 'zhang', $3)
                """,
                checkpoint,
                today.minusDays(5),
                morning(5).plusSeconds(86_400).atOffset(java.time.ZoneOffset.UTC));
    }

    @Test
    void it_is_as_the_service_signed_it(@TempDir Path folder) throws IOException {
        Path archive = Files.write(folder.resolve("evidence.zip"), exported(Persona.AUDITOR));

        assertThat(EvidenceCheck.load(keys.publicKeyset()).check(archive).intact())
                .isTrue();
    }

    @Test
    void it_has_the_passages_of_the_area_and_no_others() throws IOException {
        assertThat(lines(Persona.COUNTY_OFFICIAL, "passages.csv"))
                .hasSize(2)
                .allMatch(line -> line.contains(checkpoint) && line.contains("36.600"));
    }

    @Test
    void it_names_the_reports_that_are_late_and_those_that_are_missing() throws IOException {
        assertThat(lines(Persona.AUDITOR, "reports.csv"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(today.minusDays(5) + ",day," + checkpoint)
                                .contains(",LATE,1,zhang,")
                                .contains(",0,1,0,0,"),
                        line -> assertThat(line)
                                .startsWith(today.minusDays(4) + ",day," + checkpoint)
                                .contains(",MISSING,"));
    }

    @Test
    void it_tells_who_looked_at_the_case() throws IOException {
        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/travellers/" + traveller + "/passages")
                .then()
                .statusCode(200);

        assertThat(lines(Persona.AUDITOR, "audit.csv"))
                .anyMatch(line -> line.contains("traveller.history") && line.contains("county_official"));
    }

    @Test
    void that_it_was_made_is_on_record_with_its_purpose() {
        exported(Persona.AUDITOR);

        var record = database.row(
                "SELECT * FROM audit_row WHERE subject = $1 AND act = 'evidence.export' ORDER BY seq DESC",
                traveller.toString());
        assertThat(record.getString("purpose")).isEqualTo("漏报倒查");
        assertThat(record.getString("actor")).isEqualTo("auditor");
    }

    @Test
    void it_tells_which_record_it_is() throws IOException {
        String about = files(Persona.AUDITOR).getOrDefault("about.txt", "");

        var record = database.row(
                "SELECT seq, encode(hash, 'hex') AS hash FROM audit_row WHERE subject = $1 ORDER BY seq DESC",
                traveller.toString());
        assertThat(about).contains("audit row   " + record.getLong("seq") + ", hash " + record.getString("hash"));
    }

    @Test
    void it_has_no_name_and_no_token() throws IOException {
        assertThat(files(Persona.AUDITOR).values()).noneMatch(content -> content.contains(token));
    }

    @Test
    void somebody_who_has_not_passed_in_the_area_is_not_there() {
        order(Persona.TOWN_OFFICIAL, "{\"purpose\":\"漏报倒查\"}")
                .statusCode(404)
                .contentType(containsString("problem+json"));
    }

    @Test
    void of_somebody_followed_up_in_the_area_there_is_what_was_done_about_it_wherever_they_passed() throws IOException {
        database.run("""
                INSERT INTO follow_up (traveller_id, cause, opened_at, area_code, caused_by, asked, ends)
                VALUES ($1, 'CONFIRMED_FEVER', now(), '360322102', '{}', '{}', 0)
                """, traveller);

        assertThat(lines(Persona.TOWN_OFFICIAL, "follow-ups.csv")).hasSize(1);
        assertThat(lines(Persona.TOWN_OFFICIAL, "passages.csv")).isEmpty();
    }

    @Test
    void a_period_of_more_than_sixty_days_is_refused() {
        order(Persona.AUDITOR, "{\"purpose\":\"x\",\"from\":\"2020-01-01T00:00:00Z\"}")
                .statusCode(400)
                .contentType(containsString("problem+json"));
    }

    @Test
    void without_a_purpose_there_is_none() {
        order(Persona.AUDITOR, "{}").statusCode(400);
    }

    private Instant morning(int daysAgo) {
        return today.minusDays(daysAgo).atTime(9, 0).atZone(COUNTY).toInstant();
    }

    private ValidatableResponse order(Persona persona, String wanted) {
        return persona.request()
                .body(wanted)
                .post("/v1/travellers/" + traveller + "/evidence")
                .then();
    }

    private byte[] exported(Persona persona) {
        return order(persona, "{\"purpose\":\"漏报倒查\"}")
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", startsWith("attachment"))
                .extract()
                .asByteArray();
    }

    private Map<String, String> files(Persona persona) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(exported(persona)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    /** Without the header. */
    private List<String> lines(Persona persona, String file) throws IOException {
        return files(persona).getOrDefault(file, "").lines().skip(1).toList();
    }
}
