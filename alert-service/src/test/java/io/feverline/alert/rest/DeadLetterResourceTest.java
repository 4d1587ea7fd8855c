package io.feverline.alert.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without brokers; what is on the topic is for the system tests. */
@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class DeadLetterResourceTest {

    @ParameterizedTest
    @CsvSource({"duty-officer", "health-official", "auditor", "grid-worker"})
    void who_does_not_run_the_system_sees_and_sends_back_nothing(String role) {
        as(role).get("/v1/dead-letters").then().statusCode(403);
        as(role).post("/v1/dead-letters/0-1/replay").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0-", "-1", "0-1x", "99999999999-1"})
    void what_is_no_id_is_not_found(String id) {
        as("admin")
                .post("/v1/dead-letters/{id}/replay", id)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:feverline:problem:dead-letter-not-found"));
    }

    @Test
    void a_page_has_a_size() {
        as("admin").queryParam("limit", 0).get("/v1/dead-letters").then().statusCode(400);
        as("admin").queryParam("limit", 501).get("/v1/dead-letters").then().statusCode(400);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, "360322"));
    }
}
