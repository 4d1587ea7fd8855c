package io.feverline.registry.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.judgement.DeviceFinding;
import io.feverline.registry.judgement.Judgements;
import io.feverline.registry.judgement.Verdict;
import io.feverline.registry.judgement.VerdictTold;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class HistoryExportTest {
    private static final String CSV = "text/csv";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FHIR = "application/fhir+json";
    private static final int MOST = 20_000;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String token = UUID.randomUUID().toString();

    @Inject
    PassageStore store;

    @Inject
    Judgements judgements;

    @Inject
    Database database;

    @Test
    void a_history_is_exported_newest_first_with_the_checkpoints_name() {
        String checkpoint = checkpoint("上栗北收费站");
        var readings = List.of(
                Reading.at(now).of(token).through(checkpoint),
                Reading.at(now.minusSeconds(60)).of(token),
                Reading.at(now.minus(2, ChronoUnit.DAYS)).of(token));
        store(readings);

        var rows = rows(traveller());

        assertThat(rows)
                .extracting(row -> row.get("读数编号 / reading id"))
                .containsExactlyElementsOf(readings.stream()
                        .map(reading -> reading.id().toString())
                        .toList());
        assertThat(rows).extracting(row -> row.get("检测点 / checkpoint")).containsExactly("上栗北收费站", "", "");
    }

    @Test
    void a_vehicle_is_exported_with_all_who_rode_in_it() {
        store(List.of(
                Reading.at(now).of(UUID.randomUUID().toString()).by(token),
                Reading.at(now).of(UUID.randomUUID().toString()).by(token),
                Reading.at(now).by(token)));

        export(Persona.DUTY_OFFICER, "/v1/vehicles/" + vehicle(), FHIR)
                .statusCode(200)
                .contentType(FHIR)
                .body("resourceType", equalTo("Bundle"))
                .body("entry.resource.findAll { it.resourceType == 'Patient' }", hasSize(2))
                .body("entry.resource.findAll { it.resourceType == 'Observation' }", hasSize(3));
    }

    @Test
    void a_workbook_is_exported() throws IOException {
        store(List.of(Reading.at(now).of(token).through(checkpoint("=1+1"))));

        byte[] bytes = export(Persona.COUNTY_OFFICIAL, traveller(), EXCEL)
                .statusCode(200)
                .contentType(EXCEL)
                .extract()
                .asByteArray();

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheetAt(0).getPhysicalNumberOfRows()).isEqualTo(2);
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("=1+1");
        }
    }

    @Test
    void a_checkpoint_that_is_named_like_a_formula_is_none_in_csv() {
        store(List.of(Reading.at(now).of(token).through(checkpoint("=1+1"))));

        assertThat(rows(traveller()))
                .extracting(row -> row.get("检测点 / checkpoint"))
                .containsExactly("'=1+1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv|text/csv;charset=UTF-8|csv",
                "*/*|text/csv;charset=UTF-8|csv",
                "application/fhir+json; fhirVersion=4.0|application/fhir+json|fhir.json",
                "text/csv;q=0.5, application/fhir+json|application/fhir+json|fhir.json",
                EXCEL + "|" + EXCEL + "|xlsx"
            })
    void the_caller_says_what_is_acceptable(String acceptable, String contentType, String extension) {
        store(List.of(Reading.at(now).of(token)));
        String traveller = traveller();

        export(Persona.COUNTY_OFFICIAL, traveller, acceptable)
                .statusCode(200)
                .header("Content-Type", equalTo(contentType))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"passages-%s.%s\""
                                .formatted(traveller.substring("/v1/travellers/".length()), extension)))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void what_is_not_offered_is_not_acceptable() {
        store(List.of(Reading.at(now).of(token)));

        export(Persona.COUNTY_OFFICIAL, traveller(), "application/pdf").statusCode(406);
    }

    @Test
    void passages_elsewhere_are_left_out() {
        var here = Reading.at(now).of(token);
        store(List.of(here, Reading.at(now.minusSeconds(5)).of(token).in("360321101")));

        assertThat(rows(traveller()))
                .extracting(row -> row.get("读数编号 / reading id"))
                .containsExactly(here.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, EXCEL, FHIR})
    void who_has_not_passed_in_the_callers_area_does_not_exist(String format) {
        store(List.of(Reading.at(now).of(token).by(token)));

        for (String path : List.of(traveller(), "/v1/vehicles/" + vehicle())) {
            export(Persona.TOWN_OFFICIAL, path, format)
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:feverline:problem:not-found"));
            export(Persona.OFFICIAL_OF_NOWHERE, path, format).statusCode(404);
        }
        export(Persona.COUNTY_OFFICIAL, "/v1/travellers/" + UUID.randomUUID(), format)
                .statusCode(404);
    }

    @Test
    void a_period_is_fourteen_days_unless_its_beginning_is_said() {
        var recent = Reading.at(now.minus(13, ChronoUnit.DAYS)).of(token);
        var old = Reading.at(now.minus(15, ChronoUnit.DAYS)).of(token);
        store(List.of(recent, old));
        String traveller = traveller();

        assertThat(rows(traveller)).hasSize(1);
        assertThat(rows(traveller, "from", old.measuredAt(), "to", now)).hasSize(2);
        assertThat(rows(traveller, "to", recent.measuredAt()))
                .extracting(row -> row.get("读数编号 / reading id"))
                .containsExactly(old.id().toString());
    }

    @Test
    void an_export_is_on_record_with_its_period() {
        store(List.of(Reading.at(now).of(token)));
        String traveller = traveller();

        rows(traveller, "from", now.minusSeconds(60));

        assertThat(database.row(
                                "SELECT detail FROM audit_row WHERE act = 'traveller.history.export' AND subject = $1",
                                id())
                        .getString("detail"))
                .isEqualTo(now.minusSeconds(60) + " to its end");
    }

    @Test
    void what_was_not_given_out_is_not_on_record() {
        store(List.of(Reading.at(now).of(token)));

        export(Persona.COUNTY_OFFICIAL, traveller(), "image/png").statusCode(406);

        assertThat(database.count("SELECT count(*) FROM audit_row WHERE subject = $1", id()))
                .isZero();
    }

    @Test
    void a_clock_that_runs_ahead_hides_nobody() {
        store(List.of(Reading.at(now.plus(1, ChronoUnit.HOURS)).of(token)));

        assertThat(rows(traveller())).hasSize(1);
    }

    @Test
    void a_period_without_passages_is_an_empty_table() {
        store(List.of(Reading.at(now.minus(15, ChronoUnit.DAYS)).of(token)));

        assertThat(rows(traveller())).isEmpty();
    }

    @Test
    void a_period_that_ends_before_it_begins_is_none() {
        store(List.of(Reading.at(now).of(token)));

        export(Persona.COUNTY_OFFICIAL, traveller(), CSV, "from", now, "to", now)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:empty-period"));
    }

    @Test
    void a_history_of_many_pages_is_exported_whole_and_a_longer_one_not_at_all() {
        store(List.of(Reading.at(now).of(token)));
        String traveller = traveller();
        pass(MOST - 1);

        assertThat(rows(traveller))
                .hasSize(MOST)
                .extracting(row -> row.get("读数编号 / reading id"))
                .doesNotHaveDuplicates();

        pass(1);
        export(Persona.COUNTY_OFFICIAL, traveller, CSV)
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:too-many-passages"));
    }

    @Test
    void a_file_that_breaks_off_is_not_taken_for_a_whole_one() throws IOException {
        store(List.of(Reading.at(now).of(token)));
        pass(MOST - 1);

        byte[] answer;
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.setSoTimeout(30_000);
            slow.connect(new InetSocketAddress("localhost", RestAssured.port));
            slow.getOutputStream().write("""
                    GET %s/passages/export HTTP/1.1\r
                    Host: localhost\r
                    Accept: %s\r
                    Authorization: Bearer %s\r
                    \r
                    """.formatted(traveller(), FHIR, Persona.COUNTY_OFFICIAL.token())
                    .getBytes(US_ASCII));
            byte[] begin = slow.getInputStream().readNBytes(4_096);
            database.runAsOwner("ALTER TABLE verdict RENAME TO verdict_elsewhere");
            try {
                answer = rest(slow.getInputStream());
            } finally {
                database.runAsOwner("ALTER TABLE verdict_elsewhere RENAME TO verdict");
            }
            assertThat(new String(begin, UTF_8)).startsWith("HTTP/1.1 200").contains("\"Observation\"");
        }

        assertThat(new String(answer, Math.max(0, answer.length - 7), Math.min(7, answer.length), US_ASCII))
                .doesNotContain("\r\n0\r\n\r\n");
    }

    @Test
    void what_was_judged_is_told() {
        var fever = Reading.at(now).of(token);
        var other = Reading.at(now.minusSeconds(60)).of(token);
        store(List.of(fever, other));
        judgements
                .storeVerdicts(
                        List.of(new VerdictTold(fever.id(), now, new Verdict("FEVER", 38_200, 37_300, "default-2"))))
                .await()
                .indefinitely();
        String traveller = traveller();

        Persona.DUTY_OFFICER
                .request()
                .get(traveller + "/passages")
                .then()
                .statusCode(200)
                .body("items[0].verdict.kind", equalTo("fever"))
                .body("items[0].verdict.temperature", equalTo(38.2f))
                .body("items[0].verdict.threshold", equalTo(37.3f))
                .body("items[0].verdict.policyVersion", equalTo("default-2"))
                .body("items[1].verdict", nullValue());
        assertThat(rows(traveller)).extracting(row -> row.get("判定 / verdict")).containsExactly("发热 / fever", "");
    }

    @Test
    void what_was_wrong_with_the_device_is_told_of_that_time_alone() {
        String device = "gate-" + UUID.randomUUID();
        Instant began = now.minus(2, ChronoUnit.HOURS);
        Instant ended = now.minus(1, ChronoUnit.HOURS);
        store(List.of(
                Reading.at(now).numbered(device, null, 4).of(token),
                Reading.at(ended).numbered(device, null, 3).of(token),
                Reading.at(began).numbered(device, null, 2).of(token),
                Reading.at(began.minusMillis(1)).numbered(device, null, 1).of(token)));
        judgements
                .storeFindings(List.of(
                        new DeviceFinding(device, "DRIFTING", began, null),
                        new DeviceFinding(device, "DRIFTING", began, ended),
                        new DeviceFinding(device, "CALIBRATION", ended, null)))
                .await()
                .indefinitely();

        Persona.DUTY_OFFICER
                .request()
                .get(traveller() + "/passages")
                .then()
                .statusCode(200)
                .body(
                        "items.deviceFindings",
                        equalTo(List.of(
                                List.of("calibration"), List.of("calibration"), List.of("drifting"), List.of())));
    }

    private void store(List<Reading> readings) {
        store.store(readings.stream().map(Reading::passage).toList()).await().indefinitely();
    }

    /** The traveller passes so often again, within minutes. */
    private void pass(int times) {
        database.run("""
                INSERT INTO passage (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, lane,
                    clock_ahead, temperature, mode, site, device_offset, traveller_id)
                SELECT gen_random_uuid(), $1::timestamptz - n * interval '1 ms', $1, 'device-1', 'north', '360322101', 'LIVE',
                    false, 36600, 'BODY', 'FOREHEAD', 0, t.id
                FROM traveller t, generate_series(1, $2) AS n
                WHERE t.token = $3
                """, now.atOffset(ZoneOffset.UTC), times, token);
    }

    private String checkpoint(String name) {
        String id = "checkpoint-" + UUID.randomUUID();
        Persona.ADMIN
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body("code,level,name,parent\n360000,province,江西省,\n369800,city,某市,360000\n")
                .post("/v1/areas/import")
                .then()
                .statusCode(200);
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"corridor\",\"areaCode\":\"369800\"}"
                        .formatted(id, name))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);
        return id;
    }

    private String traveller() {
        return "/v1/travellers/" + id();
    }

    private String id() {
        return database.row("SELECT id FROM traveller WHERE token = $1", token)
                .getUUID(0)
                .toString();
    }

    private UUID vehicle() {
        return database.row("SELECT id FROM vehicle WHERE token = $1", token).getUUID(0);
    }

    private static ValidatableResponse export(Persona who, String path, String acceptable, Object... parameters) {
        var request = who.request().accept(acceptable);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i].toString(), parameters[i + 1].toString());
        }
        return request.get(path + "/passages/export").then();
    }

    private static List<Map<String, String>> rows(String path, Object... parameters) {
        byte[] bytes = export(Persona.COUNTY_OFFICIAL, path, CSV, parameters)
                .statusCode(200)
                .extract()
                .asByteArray();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(new String(bytes, UTF_8).substring(1))) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that comes until the connection ends, however it does. */
    private static byte[] rest(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[65_536];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.writeBytes(Arrays.copyOf(buffer, n));
            }
        } catch (SocketException e) {
            // Reset, which is one of the ways.
        }
        return all.toByteArray();
    }
}
