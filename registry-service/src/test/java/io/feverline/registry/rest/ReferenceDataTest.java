package io.feverline.registry.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.registry.Persona;
import io.feverline.registry.Reading;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ReferenceDataTest {
    private static final String TREE = """
            code,level,name,parent
            360000,province,江西省,
            360300,city,萍乡市,360000
            360321,county,莲花县,360300
            360322,county,上栗县,360300
            360322101,town,上栗镇,360322
            360322102,town,桐木镇,360322
            """;

    @Inject
    PassageStore store;

    @BeforeEach
    void theTreeIsThere() {
        importTree(TREE).statusCode(200).body("rows", equalTo(6));
    }

    @Test
    void importing_the_same_tree_again_changes_nothing() {
        importTree(TREE).statusCode(200).body("rows", equalTo(6)).body("changed", equalTo(0));

        Persona.GRID_WORKER
                .request()
                .get("/v1/areas?parent=360322")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(java.util.List.of("360322101", "360322102")));
        Persona.GRID_WORKER
                .request()
                .get("/v1/areas/360322")
                .then()
                .statusCode(200)
                .body("name", equalTo("上栗县"))
                .body("level", equalTo("county"))
                .body("parent", equalTo("360300"));
    }

    @Test
    void a_retired_code_is_still_known() {
        String history = "code,name,first_year,last_year\n360302,城关区,1980,1992\n360302,安源区,1993,2020\n";
        importTree(history).statusCode(200).body("rows", equalTo(2));
        importTree(history).statusCode(200).body("changed", equalTo(0));

        Persona.GRID_WORKER
                .request()
                .get("/v1/areas/360302/periods")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(java.util.List.of("城关区", "安源区")))
                .body("items[0].lastYear", equalTo(1992));
        Persona.GRID_WORKER.request().get("/v1/areas/360999/periods").then().statusCode(404);
    }

    @Test
    void an_import_is_refused_as_a_whole() {
        importTree("code,level,name,parent\n360323,county,芦溪县,360300\n360999,county,x,360900\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:import-refused"))
                .body("report.faults.line", equalTo(java.util.List.of(3)))
                .body("report.faults.column", equalTo(java.util.List.of("parent")));
        importTree("code,level\n1,2\n").statusCode(400).body("type", equalTo("urn:feverline:problem:unreadable-csv"));
        importTree("").statusCode(400);

        Persona.ADMIN.request().get("/v1/areas/360323").then().statusCode(404);
    }

    @Test
    void a_devices_key_is_shown_once() {
        String checkpoint = checkpoint("360322101");
        String device = id("device");

        register(device, checkpoint)
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/devices/" + device))
                .header("Cache-Control", equalTo("no-store"))
                .body("key", matchesPattern("flk_[A-Za-z0-9_-]{43}"))
                .body("offset", equalTo(0.6f));

        Persona.DUTY_OFFICER
                .request()
                .get("/v1/devices/" + device)
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("revoked", equalTo(false))
                .body("site", equalTo("forehead"));
        register(device, checkpoint).statusCode(409).body("type", equalTo("urn:feverline:problem:already-exists"));
    }

    @Test
    void a_revoked_device_stays_revoked() {
        String device = id("device");
        register(device, checkpoint("360322101")).statusCode(201);

        Persona.ADMIN
                .request()
                .post("/v1/devices/" + device + "/revoke")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true))
                .body("version", equalTo(1));
        Persona.ADMIN
                .request()
                .post("/v1/devices/" + device + "/revoke")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void nobody_sees_or_registers_outside_their_area() {
        String elsewhere = checkpoint("360321");
        String device = id("device");
        register(device, elsewhere).statusCode(201);

        Persona.DUTY_OFFICER
                .request()
                .get("/v1/checkpoints/" + elsewhere)
                .then()
                .statusCode(404);
        Persona.DUTY_OFFICER.request().get("/v1/devices/" + device).then().statusCode(404);
        Persona.DUTY_OFFICER
                .request()
                .get("/v1/devices?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(device)));
        Persona.OFFICIAL_OF_NOWHERE
                .request()
                .get("/v1/checkpoints")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Persona.COUNTY_ADMIN
                .request()
                .post("/v1/devices/" + device + "/revoke")
                .then()
                .statusCode(404);
        Persona.COUNTY_ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"x\",\"kind\":\"bus\",\"areaCode\":\"360321\"}".formatted(id("bus")))
                .post("/v1/checkpoints")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:feverline:problem:area-outside"));
    }

    @Test
    void gaps_of_a_device_are_shown_in_its_area_alone() {
        String device = id("device");
        register(device, checkpoint("360322101")).statusCode(201);
        var now = java.time.Instant.now();
        store.store(java.util.List.of(
                        Reading.at(now).numbered(device, "boot-1", 1).passage(),
                        Reading.at(now).numbered(device, "boot-1", 4).passage()))
                .await()
                .indefinitely();

        Persona.GRID_WORKER
                .request()
                .get("/v1/devices/" + device + "/gaps")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].bootId", equalTo("boot-1"))
                .body("items[0].missing", equalTo(3))
                .body("items[0].highest", equalTo(4))
                .body("items[0].gaps.from", equalTo(java.util.List.of(0, 2)))
                .body("items[0].gaps.to", equalTo(java.util.List.of(0, 3)));
        Persona.TOWN_OFFICIAL
                .request()
                .get("/v1/devices/" + device + "/gaps")
                .then()
                .statusCode(404);
        Persona.ADMIN.request().get("/v1/devices/no-such-device/gaps").then().statusCode(404);
    }

    @Test
    void a_list_is_read_page_by_page() {
        String first = checkpoint("360322102");
        String second = checkpoint("360322102");

        String next = Persona.TOWN_OFFICIAL
                .request()
                .get("/v1/checkpoints?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", notNullValue())
                .extract()
                .path("next");

        Persona.TOWN_OFFICIAL
                .request()
                .get("/v1/checkpoints?limit=500&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(first.compareTo(second) > 0 ? first : second))
                .body("next", nullValue());
        Persona.TOWN_OFFICIAL.request().get("/v1/checkpoints?cursor=%21").then().statusCode(400);
        Persona.TOWN_OFFICIAL.request().get("/v1/checkpoints?limit=0").then().statusCode(400);
    }

    @Test
    void what_is_wrong_is_named_field_by_field() {
        Persona.ADMIN
                .request()
                .body("{\"id\":\"a b\",\"name\":\"\",\"kind\":\"ship\",\"areaCode\":\"36\"}")
                .post("/v1/checkpoints")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:invalid-request"))
                .body("violations", hasSize(4))
                .body("title", equalTo("请求不对 / Invalid request"))
                .body("violations.message", hasItem("不能为空 / must not be blank"));
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"x\",\"kind\":\"bus\",\"areaCode\":\"369998\"}".formatted(id("bus")))
                .post("/v1/checkpoints")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:unknown-area"));
        register(id("device"), "no-such-checkpoint")
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:unknown-checkpoint"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "devices", "key-regions", "arrivals", "follow-ups", "overdue-exits"})
    void a_parameter_that_cannot_be_is_named(String list) {
        Persona.COUNTY_OFFICIAL
                .request()
                .get("/v1/" + list + "?limit=0")
                .then()
                .statusCode(400)
                .body("violations.in", contains("query"))
                .body("violations.field", contains("limit"));
    }

    private static ValidatableResponse importTree(String csv) {
        return Persona.ADMIN
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/areas/import")
                .then();
    }

    private static String checkpoint(String area) {
        String id = id("checkpoint");
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"上栗北出口\",\"kind\":\"highway-exit\",\"areaCode\":\"%s\"}"
                        .formatted(id, area))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/checkpoints/" + id))
                .body("kind", equalTo("highway-exit"));
        return id;
    }

    private static ValidatableResponse register(String device, String checkpoint) {
        return Persona.ADMIN
                .request()
                .body(
                        "{\"id\":\"%s\",\"checkpointId\":\"%s\",\"site\":\"forehead\",\"mode\":\"surface\",\"offset\":0.6}"
                                .formatted(device, checkpoint))
                .post("/v1/devices")
                .then();
    }

    private static String id(String what) {
        return what + "-" + UUID.randomUUID();
    }
}
