package io.feverline.registry.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class AccessTest {
    @Test
    void every_operation_of_the_document_asks_for_a_sign_in_but_the_redemption_of_a_code() {
        Map<String, Map<String, Map<String, Object>>> paths =
                JsonPath.from(given().get("/q/openapi?format=json").asString()).get("paths");

        var open = new ArrayList<String>();
        int operations = 0;
        for (var path : paths.entrySet()) {
            String url = path.getKey().replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
            for (var operation : path.getValue().entrySet()) {
                operations++;
                if (!operation.getValue().containsKey("security")) {
                    open.add(operation.getKey() + " " + path.getKey());
                    continue;
                }
                given().contentType(contentType(operation.getValue()))
                        .request(operation.getKey(), url)
                        .then()
                        .statusCode(401);
            }
        }

        assertThat(open).containsExactly("post /v1/enrolments");
        assertThat(operations).isGreaterThanOrEqualTo(20);
    }

    private static String contentType(Map<String, Object> operation) {
        String documented = JsonPath.from(Json.encode(operation)).get("requestBody.content.keySet()[0]");
        return documented == null ? "application/json" : documented;
    }

    @Test
    void a_role_does_only_what_it_is_for() {
        Persona.GRID_WORKER
                .request()
                .body("{}")
                .post("/v1/travellers/search")
                .then()
                .statusCode(403);
        Persona.ADMIN.request().body("{}").post("/v1/vehicles/search").then().statusCode(403);
        Persona.COUNTY_OFFICIAL
                .request()
                .body("{}")
                .post("/v1/checkpoints")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:not-allowed"));
        Persona.COUNTY_OFFICIAL
                .request()
                .contentType("text/csv")
                .body("x")
                .post("/v1/areas/import")
                .then()
                .statusCode(403);
    }

    @Test
    void a_forged_token_is_refused() {
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJhZG1pbiJdfQ.")
                .get("/v1/areas")
                .then()
                .statusCode(401);
    }

    @Test
    void what_machines_ask_for_is_open() {
        for (String path : List.of("/q/health/live", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui/")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }
}
