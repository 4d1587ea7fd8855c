package io.feverline.registry.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class DeviceCalibrationTest {
    private final String device = "gate-" + UUID.randomUUID();

    @BeforeEach
    void a_device_is_registered() {
        Persona.ADMIN
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body("code,level,name,parent\n360000,province,江西省,\n369800,city,某市,360000\n")
                .post("/v1/areas/import")
                .then()
                .statusCode(200);
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"x\",\"kind\":\"corridor\",\"areaCode\":\"369800\"}".formatted(device))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"checkpointId\":\"%s\",\"calibrationDue\":\"2026-12-31\"}"
                        .formatted(device, device))
                .post("/v1/devices")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse calibrate(Persona who, String body) {
        return who.request()
                .header("If-Match", "\"0\"")
                .body(body)
                .put("/v1/devices/" + device + "/calibration")
                .then();
    }

    private ValidatableResponse shown() {
        return Persona.ADMIN.request().get("/v1/devices/" + device).then();
    }

    @Test
    void a_device_is_registered_with_the_day_until_which_its_calibration_holds() {
        shown().body("calibrationDue", equalTo("2026-12-31"));
    }

    @Test
    void another_calibration_holds_until_another_day() {
        calibrate(Persona.ADMIN, "{\"due\":\"2027-12-31\"}")
                .statusCode(200)
                .body("calibrationDue", equalTo("2027-12-31"));

        shown().body("calibrationDue", equalTo("2027-12-31")).body("version", equalTo(1));
    }

    @Test
    void the_same_day_again_is_no_change() {
        calibrate(Persona.ADMIN, "{\"due\":\"2026-12-31\"}").statusCode(200);

        shown().body("version", equalTo(0));
    }

    @Test
    void a_day_that_nobody_knows_is_taken_away() {
        calibrate(Persona.ADMIN, "{}").statusCode(200);

        shown().body("calibrationDue", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"due\":\"2026-02-30\"}", "{\"due\":\"soon\"}", "[]"})
    void what_is_no_day_is_refused(String body) {
        calibrate(Persona.ADMIN, body).statusCode(400);
    }

    @Test
    void it_is_not_there_for_another_area() {
        calibrate(Persona.COUNTY_ADMIN, "{\"due\":\"2027-12-31\"}").statusCode(404);
    }
}
