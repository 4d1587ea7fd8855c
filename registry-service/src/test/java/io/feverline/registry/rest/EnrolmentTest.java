package io.feverline.registry.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class EnrolmentTest {
    private final String checkpoint = "exit-" + UUID.randomUUID();

    @Inject
    Database database;

    @BeforeEach
    void a_checkpoint_is_registered() {
        Persona.ADMIN
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body("code,level,name,parent\n360000,province,江西省,\n369700,city,某市,360000\n")
                .post("/v1/areas/import")
                .then()
                .statusCode(200);
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"x\",\"kind\":\"corridor\",\"areaCode\":\"369700\"}"
                        .formatted(checkpoint))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);
    }

    @Test
    void a_gateway_that_shows_a_code_is_registered_as_the_admin_said() {
        String code = draw("{\"count\":3,\"site\":\"wrist\",\"mode\":\"surface\",\"offset\":0.6}")
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("codes", hasSize(3))
                .body("codes[0]", matchesPattern("fle_[A-Za-z0-9_-]{22}"))
                .extract()
                .path("codes[1]");

        redeem(code, device())
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("key", matchesPattern("flk_[A-Za-z0-9_-]{43}"))
                .body("checkpointId", equalTo(checkpoint))
                .body("site", equalTo("wrist"))
                .body("mode", equalTo("surface"))
                .body("offset", equalTo(0.6f));
    }

    @Test
    void a_code_is_used_up_by_the_first_of_many() {
        String code = drawOne();

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> redeem(code, device()).extract().statusCode()))
                .limit(4)
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .containsOnly(201, 403);
    }

    @Test
    void used_expired_and_unknown_codes_are_refused_alike() {
        String used = drawOne();
        redeem(used, device()).statusCode(201);
        String expired = drawOne();
        database.run(
                "UPDATE enrolment SET expires_at = now() WHERE checkpoint_id = $1 AND redeemed_at IS NULL", checkpoint);

        var answers = Stream.of(used, expired, "fle_AAAAAAAAAAAAAAAAAAAAAA")
                .map(code -> redeem(code, device()).statusCode(403).extract().asString())
                .toList();

        assertThat(answers.get(0)).contains("urn:feverline:problem:code-not-valid");
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void a_taken_id_leaves_the_code_as_it_is() {
        String taken = device();
        redeem(drawOne(), taken).statusCode(201);
        String code = drawOne();

        redeem(code, taken).statusCode(409).body("type", equalTo("urn:feverline:problem:already-exists"));

        redeem(code, device()).statusCode(201);
    }

    @Test
    void the_code_itself_is_nowhere_in_the_database() {
        String code = drawOne();

        assertThat(database.count("SELECT count(*) FROM enrolment e WHERE position($1 in e::text) > 0", code))
                .isZero();
    }

    @Test
    void only_an_admin_of_the_area_draws_codes() {
        for (var other : List.of(Persona.COUNTY_OFFICIAL, Persona.DUTY_OFFICER, Persona.GRID_WORKER, Persona.AUDITOR)) {
            draw(other, "{\"count\":1}").statusCode(403);
        }
        draw(Persona.COUNTY_ADMIN, "{\"count\":1}").statusCode(404);
    }

    @Test
    void what_is_asked_for_is_bounded() {
        draw("{\"count\":0}").statusCode(400);
        draw("{\"count\":501}").statusCode(400);
        draw("{\"count\":1,\"validDays\":91}").statusCode(400);
    }

    private String drawOne() {
        return draw("{\"count\":1}").statusCode(201).extract().path("codes[0]");
    }

    private ValidatableResponse draw(String body) {
        return draw(Persona.ADMIN, body);
    }

    private ValidatableResponse draw(Persona who, String body) {
        return who.request()
                .body(body)
                .post("/v1/checkpoints/" + checkpoint + "/enrolments")
                .then();
    }

    private static ValidatableResponse redeem(String code, String device) {
        return given().contentType(ContentType.JSON)
                .body("{\"code\":\"%s\",\"deviceId\":\"%s\"}".formatted(code, device))
                .post("/v1/enrolments")
                .then();
    }

    private static String device() {
        return "gate-" + UUID.randomUUID();
    }
}
