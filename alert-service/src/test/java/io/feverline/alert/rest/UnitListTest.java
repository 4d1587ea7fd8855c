package io.feverline.alert.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units come and go by CSV. */
@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class UnitListTest {
    private static final String HEADER = "area_code,name,level,checkpoint_id\n";
    private static final String TOWN = "360322106";

    private final String a = "a-" + UUID.randomUUID();
    private final String b = "b-" + UUID.randomUUID();

    @Test
    void rows_add_change_or_say_what_is_there() {
        imported(HEADER + TOWN + "," + a + ",township,\n" + TOWN + "," + b + ",checkpoint,gate-1\n")
                .body("added", equalTo(2))
                .body("bad", equalTo(0));

        imported(HEADER + TOWN + "," + a + ",township,\n" + TOWN + "," + b + ",checkpoint,gate-2\n")
                .body("unchanged", equalTo(1))
                .body("changed", equalTo(1));

        assertThat(exported("360322"))
                .contains("\"" + TOWN + "\",\"" + a + "\",\"township\",\"\",1\r\n")
                .contains("\"" + TOWN + "\",\"" + b + "\",\"checkpoint\",\"gate-2\",2\r\n");
    }

    @Test
    void every_bad_row_is_named_and_nothing_is_written() {
        sent("", HEADER + TOWN + "," + a + ",township,\n36032x," + b + ",town,\n" + TOWN + ",,county,\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:import-refused"))
                .body("report.bad", equalTo(2))
                .body("report.faults.line", contains(3, 3, 4))
                .body("report.faults.column", contains("area_code", "level", "name"));

        assertThat(exported("36")).doesNotContain(a, b);
    }

    @Test
    void a_dry_run_tells_and_writes_nothing() {
        sent("?dryRun=true", HEADER + TOWN + "," + a + ",township,\n" + TOWN + "," + b + ",x,\n")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("bad", equalTo(1));

        assertThat(exported("36")).doesNotContain(a);
    }

    @Test
    void what_was_exported_says_nothing_new() {
        imported(HEADER + TOWN + ",\"=1+1, \"\"" + a + "\"\"\",township,\n");

        imported(exported("36")).body("added", equalTo(0)).body("changed", equalTo(0));
    }

    @Test
    void what_has_changed_since_it_was_exported_is_bad() {
        imported(HEADER + TOWN + "," + a + ",township,\n");
        String exported = HEADER.strip() + ",version\n" + TOWN + "," + a + ",county,,1\n";

        imported(exported).body("changed", equalTo(1));
        sent("", exported).statusCode(422).body("report.faults.column", contains("version"));
    }

    @Test
    void who_imports_looks_after_the_area() {
        as("admin", TOWN)
                .body(HEADER + "360322," + a + ",county,\n")
                .post("/v1/units/import")
                .then()
                .statusCode(422)
                .body("report.faults.column", contains("area_code"))
                .body("report.faults[0].reason", containsString("not in your area"));
    }

    @Test
    void an_export_is_of_the_callers_area() {
        imported(HEADER + "360321," + a + ",county,\n");

        assertThat(exported("360322")).doesNotContain(a);
        assertThat(exported("360321")).contains(a);
    }

    @Test
    void who_does_not_administer_imports_nothing() {
        as("duty-officer", "360322")
                .body(HEADER)
                .post("/v1/units/import")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name,level\n", "area_code,name,level\n"})
    void a_document_of_another_form_is_refused(String csv) {
        sent("", csv).statusCode(400).body("type", equalTo("urn:feverline:problem:unreadable-csv"));
    }

    @Test
    void a_document_with_too_many_rows_is_refused() {
        sent("", HEADER + "360322,x,county,\n".repeat(10_001))
                .statusCode(413)
                .body("type", equalTo("urn:feverline:problem:too-many-rows"));
    }

    @Test
    void a_unit_that_was_imported_is_listed_with_the_others() {
        imported(HEADER + TOWN + "," + a + ",township,\n");

        given().auth()
                .oauth2(Tokens.of("duty-officer", TOWN))
                .get("/v1/units?limit=500")
                .then()
                .body("items.name", hasItem(a))
                .body("items.areaCode", not(empty()));
    }

    private ValidatableResponse imported(String csv) {
        return sent("", csv).statusCode(200);
    }

    private ValidatableResponse sent(String query, String csv) {
        return as("admin", "36").body(csv).post("/v1/units/import" + query).then();
    }

    private static String exported(String area) {
        return as("duty-officer", area)
                .get("/v1/units/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(Tokens.of(role, area)).contentType("text/csv; charset=UTF-8");
    }
}
