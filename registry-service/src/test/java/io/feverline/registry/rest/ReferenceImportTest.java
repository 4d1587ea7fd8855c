package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference data comes and goes by CSV. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ReferenceImportTest {
    private static final String CHECKPOINTS = "id,name,kind,area_code,direction,latitude,longitude\n";
    private static final String DEVICES = "id,checkpoint_id,site,mode,offset,calibration_due\n";
    private static final String KEY_REGIONS =
            "id,name,area_prefix,plate_prefix,level,valid_from,valid_to,legal_basis\n";

    @Inject
    Database database;

    /** Of everything that a test makes. */
    private final String a = "a-" + UUID.randomUUID();

    private final String b = "b-" + UUID.randomUUID();

    @BeforeEach
    void the_tree_is_there() {
        imported("areas", """
                code,level,name,parent
                360000,province,江西省,
                360300,city,萍乡市,360000
                360321,county,莲花县,360300
                360322,county,上栗县,360300
                360322101,town,上栗镇,360322
                """);
    }

    // What every kind has in common, of checkpoints.

    @Test
    void rows_add_change_or_say_what_is_there() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n" + b + ",南,bus,360322\n")
                .body("rows", equalTo(2))
                .body("added", equalTo(2))
                .body("bad", equalTo(0));

        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n" + b + ",东,venue,360322101\n")
                .body("added", equalTo(0))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1));
        shown("checkpoints/" + a).body("version", equalTo(0));
        shown("checkpoints/" + b)
                .body("name", equalTo("东"))
                .body("kind", equalTo("venue"))
                .body("areaCode", equalTo("360322101"))
                .body("version", equalTo(1));
    }

    @Test
    void every_bad_row_is_named_and_nothing_is_written() {
        long events = database.count("SELECT count(*) FROM outbox WHERE record_key = $1", a);

        sent("checkpoints", "", "\uFEFF" + CHECKPOINTS + """
                        %1$s,北,corridor,360322\r
                        a b,"",ship,36\r
                        "%2$s","say ""hi"",\r
                        南",bus,360399\r
                        %2$s,x,bus,360322\r
                        far,x,bus,360000,,,more\r
                        """.formatted(a, b))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:import-refused"))
                .body("report.rows", equalTo(5))
                .body("report.added", equalTo(1))
                .body("report.bad", equalTo(4))
                .body("report.faults.line", equalTo(List.of(3, 3, 3, 3, 4, 6, 7)))
                .body(
                        "report.faults.findAll { it.line == 3 }.column.sort()",
                        equalTo(List.of("area_code", "id", "kind", "name")))
                .body("report.faults.find { it.line == 4 }.reason", startsWith("没有此代码的区划 / "))
                .body("report.faults.find { it.line == 6 }.reason", startsWith("与前面的行重复 / "));

        Persona.ADMIN.request().get("/v1/checkpoints/" + a).then().statusCode(404);
        assertThat(database.count("SELECT count(*) FROM outbox WHERE record_key = $1", a))
                .isEqualTo(events);
    }

    @Test
    void a_dry_run_tells_the_same_and_writes_nothing() {
        sent("checkpoints", "?dryRun=true", CHECKPOINTS + a + ",北,corridor,360322\n" + b + ",南,ship,360322\n")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("bad", equalTo(1))
                .body("faults[0].line", equalTo(3))
                .body("faults[0].column", equalTo("kind"));

        Persona.ADMIN.request().get("/v1/checkpoints/" + a).then().statusCode(404);
        assertThat(database.count("SELECT count(*) FROM outbox WHERE record_key = $1", a))
                .isZero();
    }

    @Test
    void what_lies_outside_the_callers_area_is_bad() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360321\n");

        sentBy(
                        Persona.COUNTY_ADMIN,
                        "checkpoints",
                        "",
                        CHECKPOINTS + a + ",北,corridor,360322\n" + b + ",南,bus,360321\n")
                .statusCode(422)
                .body("report.faults.column", equalTo(List.of("id", "area_code")));
    }

    @Test
    void where_a_checkpoint_stands_is_told_whole_or_not_at_all() {
        sent("checkpoints", "", CHECKPOINTS + a + ",北,corridor,360322,entry,27.88,\n" + b + ",南,bus,360322,in,91,0\n")
                .statusCode(422)
                .body("report.faults.line", contains(2, 3, 3))
                .body("report.faults.column", contains(null, "direction", "latitude"))
                .body("report.faults[0].reason", containsString("latitude and longitude go together"));
    }

    @Test
    void what_has_changed_since_it_was_exported_is_bad() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n");
        String exported = CHECKPOINTS.strip() + ",version\n" + a + ",南,corridor,360322,,,,0\n";

        imported("checkpoints", exported).body("changed", equalTo(1));
        sent("checkpoints", "", exported)
                .statusCode(422)
                .body("report.faults[0].column", equalTo("version"))
                .body("report.faults[0].reason", containsString("changed since it was exported"));
    }

    @Test
    void an_import_is_on_record_with_what_it_changed() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n" + b + ",南,bus,360322\n");

        assertThat(database.row("SELECT detail FROM audit_row WHERE act = 'checkpoints.import' ORDER BY seq DESC")
                        .getString(0))
                .isEqualTo("2 added, 0 changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,name,kind\n", "id,name,kind,areacode\n", "id,name,kind,area_code\n"})
    void a_document_of_another_form_is_refused(String csv) {
        sent("checkpoints", "", csv).statusCode(400);
    }

    @Test
    void a_document_with_too_many_rows_is_refused() {
        sent("checkpoints", "", CHECKPOINTS + "x,\n".repeat(50_001))
                .statusCode(413)
                .body("type", equalTo("urn:feverline:problem:too-many-rows"));
    }

    @Test
    void what_was_exported_says_nothing_new() {
        imported("checkpoints", CHECKPOINTS + """
                %s,"=1+1, ""北""\",corridor,360322,entry,27.88,113.7904
                %s," '-a
                b ",bus,360322
                """.formatted(a, b));

        String exported = exported("checkpoints");
        assertThat(exported)
                .startsWith(
                        "\uFEFF\"id\",\"name\",\"kind\",\"area_code\",\"direction\",\"latitude\",\"longitude\",\"version\"\r\n");
        assertThat(exported)
                .contains("\"" + a + "\",\"'=1+1, \"\"北\"\"\",\"corridor\",\"360322\",\"entry\",27.88,113.7904,0\r\n");
        imported("checkpoints", exported).body("changed", equalTo(0)).body("added", equalTo(0));
        shown("checkpoints/" + b).body("name", equalTo(" '-a\nb "));
    }

    @Test
    void an_export_is_of_the_callers_area() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n" + b + ",南,bus,360321\n");

        String exported = exportedBy(Persona.COUNTY_ADMIN, "checkpoints");

        assertThat(exported).contains(a).doesNotContain(b);
        assertThat(exportedBy(Persona.OFFICIAL_OF_NOWHERE, "checkpoints").lines())
                .hasSize(1);
    }

    @Test
    void ten_thousand_checkpoints_come_and_go_within_seconds() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> a + "-" + i + ",检测点 " + i + ",venue,360322101\n")
                .collect(Collectors.joining());
        Instant begin = Instant.now();

        imported("checkpoints", CHECKPOINTS + rows).body("added", equalTo(10_000));
        imported("checkpoints", exported("checkpoints"))
                .body("added", equalTo(0))
                .body("changed", equalTo(0));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(60));
        database.run("DELETE FROM checkpoint WHERE starts_with(id, $1)", a + "-");
    }

    @Test
    void who_does_not_administer_imports_nothing() {
        sentBy(Persona.COUNTY_OFFICIAL, "checkpoints", "", CHECKPOINTS).statusCode(403);
        sentBy(Persona.COUNTY_OFFICIAL, "devices", "", DEVICES).statusCode(403);
        sentBy(Persona.DUTY_OFFICER, "key-regions", "", KEY_REGIONS).statusCode(403);
    }

    // Devices.

    @Test
    void devices_come_without_keys_and_are_given_one_later() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n");

        imported("devices", DEVICES + a + "," + a + ",wrist,surface,-0.3,2026/12/31\n" + b + "," + a + ",,,,\n")
                .body("added", equalTo(2));

        shown("devices/" + a)
                .body("site", equalTo("wrist"))
                .body("offset", equalTo(-0.3f))
                .body("calibrationDue", equalTo("2026-12-31"))
                .body("keys", hasSize(0));
        shown("devices/" + b).body("site", equalTo("forehead")).body("mode", equalTo("body"));
        Persona.ADMIN.request().post("/v1/devices/" + a + "/keys").then().statusCode(201);
    }

    @Test
    void a_device_that_is_changed_by_a_row_keeps_its_keys() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n" + b + ",南,bus,360322\n");
        imported("devices", DEVICES + a + "," + a + ",,,,\n");
        Persona.ADMIN.request().post("/v1/devices/" + a + "/keys").then().statusCode(201);

        imported("devices", DEVICES + a + "," + b + ",,,,\n").body("changed", equalTo(1));

        shown("devices/" + a)
                .body("checkpointId", equalTo(b))
                .body("keys", hasSize(1))
                .body("version", equalTo(2));
    }

    @Test
    void every_bad_device_is_named() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360321\n");

        sentBy(
                        Persona.COUNTY_ADMIN,
                        "devices",
                        "",
                        DEVICES + a + "," + a + ",,,,\n"
                                + "b,no-such-checkpoint,nose,,warm,2026-02-30\nc,x,,,11,\n,x,,,0.0001,\n")
                .statusCode(422)
                .body("report.bad", equalTo(4))
                .body(
                        "report.faults.collect { it.line + ' ' + it.column }.sort()",
                        equalTo(List.of(
                                "2 checkpoint_id",
                                "3 calibration_due",
                                "3 offset",
                                "3 site",
                                "4 offset",
                                "5 id",
                                "5 offset")));
    }

    @Test
    void devices_are_exported_without_their_keys_as_an_import_takes_them_back() {
        imported("checkpoints", CHECKPOINTS + a + ",北,corridor,360322\n");
        imported("devices", DEVICES + a + "," + a + ",wrist,surface,0.6,2026-12-31\n");
        String key = Persona.ADMIN.request().post("/v1/devices/" + a + "/keys").path("key");

        String exported = exported("devices");

        assertThat(exported)
                .contains("\"%1$s\",\"%1$s\",\"wrist\",\"surface\",0.600,\"2026-12-31\",1\r\n".formatted(a))
                .doesNotContain(key.substring(4));
        imported("devices", exported).body("changed", equalTo(0)).body("added", equalTo(0));
    }

    // Key regions.

    @Test
    void key_regions_are_listed_and_ended_by_rows_and_not_changed_else() {
        String listed = a + ",湖北省,42,鄂,,2020-01-23T10:00:00+08:00,%s,县指挥部第 3 号令\n";
        Instant end = Instant.parse("2999-01-01T00:00:00Z");
        imported("key-regions", KEY_REGIONS + listed.formatted("")).body("added", equalTo(1));

        imported("key-regions", KEY_REGIONS + listed.formatted(end)).body("changed", equalTo(1));
        shown("key-regions/" + a).body("validTo", equalTo(end.toString())).body("version", equalTo(1));
        sent("key-regions", "", KEY_REGIONS + listed.formatted("2020-02-01T00:00:00Z"))
                .statusCode(422)
                .body("report.faults[0].column", equalTo("valid_to"));
        sent("key-regions", "", KEY_REGIONS + listed.formatted(end).replace(",42,", ",43,"))
                .statusCode(422)
                .body("report.faults[0].reason", containsString("ended and not changed"));
    }

    @Test
    void every_bad_key_region_is_named() {
        sent("key-regions", "", KEY_REGIONS + """
                        a,x,,,,2020-01-23T10:00:00+08:00,,y
                        b,x,4x,,low,today,,y
                        c,x,42,,,2020-01-23T10:00:00Z,2019-01-01T00:00:00Z,y
                        d,x,42,,,,,
                        """)
                .statusCode(422)
                .body("report.bad", equalTo(4))
                .body(
                        "report.faults.collect { it.line + ' ' + it.column }.sort()",
                        equalTo(List.of(
                                "2 null",
                                "3 area_prefix",
                                "3 level",
                                "3 valid_from",
                                "4 null",
                                "5 legal_basis",
                                "5 valid_from")));
    }

    @Test
    void key_regions_are_exported_as_an_import_takes_them_back() {
        imported(
                "key-regions",
                KEY_REGIONS + a + ",\"=武汉\",4201,鄂A,medium,2020-01-23T10:00:00.123+08:00,,\"第 3 号令, 一\"\n");

        String exported = exported("key-regions");

        assertThat(exported).contains(a);
        imported("key-regions", exported).body("changed", equalTo(0)).body("added", equalTo(0));
    }

    // Areas.

    @Test
    void areas_are_exported_as_an_import_takes_them_back() {
        String exported = exported("areas");

        assertThat(exported).contains("\"360322101\",\"town\",\"上栗镇\",\"360322\",");
        imported("areas", exported).body("changed", equalTo(0)).body("added", equalTo(0));
    }

    @Test
    void an_area_that_has_changed_since_it_was_exported_is_bad() {
        sent("areas", "", "code,level,name,parent,version\n360322,county,上栗县,360300,999\n")
                .statusCode(422)
                .body("report.faults[0].column", equalTo("version"));
    }

    @Test
    void a_dry_run_of_areas_names_every_bad_one() {
        sent("areas", "?dryRun=true", """
                        code,level,name,parent
                        36,province,x,
                        360777,county,,360999
                        360778,county,x,360999
                        """)
                .statusCode(200)
                .body("bad", equalTo(3))
                .body("faults.collect { it.line + ' ' + it.column }", equalTo(List.of("2 code", "3 name", "4 parent")));
    }

    private static ValidatableResponse imported(String what, String csv) {
        return sent(what, "", csv).statusCode(200);
    }

    private static ValidatableResponse sent(String what, String query, String csv) {
        return sentBy(Persona.ADMIN, what, query, csv);
    }

    private static ValidatableResponse sentBy(Persona who, String what, String query, String csv) {
        return who.request()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/" + what + "/import" + query)
                .then();
    }

    private static String exported(String what) {
        return exportedBy(Persona.ADMIN, what);
    }

    private static String exportedBy(Persona who, String what) {
        return who.request()
                .accept("text/csv")
                .get("/v1/" + what + "/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"" + what + ".csv\""))
                .extract()
                .asString();
    }

    private static ValidatableResponse shown(String what) {
        return Persona.ADMIN.request().get("/v1/" + what).then().statusCode(200);
    }
}
