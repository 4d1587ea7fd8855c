package io.feverline.registry.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class KeyRegionTest {
    private final String id = "hubei-" + UUID.randomUUID();

    @Test
    void a_region_is_listed_with_its_legal_basis() {
        list(region()).statusCode(201).header("Location", containsString("/v1/key-regions/" + id));

        Persona.GRID_WORKER
                .request()
                .get("/v1/key-regions/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("湖北省"))
                .body("areaPrefix", equalTo("42"))
                .body("platePrefix", equalTo("鄂"))
                .body("level", equalTo("high"))
                .body("legalBasis", equalTo("县指挥部第 3 号令"));
        Persona.GRID_WORKER
                .request()
                .get("/v1/key-regions?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @ParameterizedTest
    @CsvSource({"420000, 42", "420100, 4201", "420106, 420106"})
    void the_full_code_of_a_province_or_city_stands_for_all_of_it(String code, String prefix) {
        Map<String, String> region = region();
        region.put("areaPrefix", code);

        list(region).statusCode(201).body("areaPrefix", equalTo(prefix));
    }

    @Test
    void an_id_is_listed_once() {
        list(region()).statusCode(201);

        list(region()).statusCode(409).body("type", equalTo("urn:feverline:problem:already-exists"));
    }

    @ParameterizedTest
    @CsvSource({
        "id, 湖北",
        "areaPrefix, 4",
        "areaPrefix, 42xx",
        "platePrefix, A",
        "platePrefix, 鄂AB",
        "level, low",
        "legalBasis,",
        "validFrom, today",
        "validTo, 2020-01-01T00:00:00Z",
    })
    void what_cannot_be_taken_is_refused(String member, @Nullable String value) {
        Map<String, String> region = region();
        region.put(member, value == null ? "" : value);

        list(region).statusCode(400);
    }

    @Test
    void a_region_without_any_prefix_is_nowhere() {
        Map<String, String> region = region();
        region.remove("areaPrefix");
        region.remove("platePrefix");

        list(region).statusCode(400);
    }

    @Test
    void a_region_ends_later_than_now_and_its_end_can_be_moved_until_then() {
        list(region()).statusCode(201);

        end(Instant.now().minusSeconds(60)).statusCode(409).body("type", containsString("time-not-possible"));
        end(Instant.now().plus(Duration.ofDays(1))).statusCode(200).body("version", equalTo(1));
        end(Instant.now().plus(Duration.ofDays(2))).statusCode(200);
    }

    @Test
    void what_is_not_listed_cannot_end() {
        end(Instant.now().plus(Duration.ofDays(1))).statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"DUTY_OFFICER", "GRID_WORKER", "AUDITOR"})
    void those_who_watch_do_not_list(Persona persona) {
        persona.request().body(region()).post("/v1/key-regions").then().statusCode(403);
    }

    private ValidatableResponse list(Map<String, String> region) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .body(region)
                .post("/v1/key-regions")
                .then();
    }

    private ValidatableResponse end(Instant at) {
        return Persona.COUNTY_OFFICIAL
                .request()
                .header("If-Match", "*")
                .body(Map.of("validTo", at.toString()))
                .post("/v1/key-regions/" + id + "/end")
                .then();
    }

    private Map<String, String> region() {
        var region = new HashMap<String, String>();
        region.put("id", id);
        region.put("name", "湖北省");
        region.put("areaPrefix", "42");
        region.put("platePrefix", "鄂");
        region.put("validFrom", "2020-01-23T10:00:00+08:00");
        region.put("legalBasis", "县指挥部第 3 号令");
        return region;
    }
}
