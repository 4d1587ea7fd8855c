package io.feverline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.DeviceDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StartingProfile.class)
class StartingTest {
    @Inject
    DeviceDirectory directory;

    @Inject
    MeterRegistry metrics;

    @Test
    void whoever_is_not_known_yet_is_asked_to_come_again() {
        unknown()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1))
                .body("type", equalTo("urn:feverline:problem:starting"))
                .body("retryable", equalTo(true));
    }

    @Test
    void a_device_that_is_known_already_is_let_in() {
        new TestDevice("early", "exit-1")
                .registeredIn(directory, 0)
                .asks()
                .get("/v1/time")
                .then()
                .statusCode(200);
    }

    @Test
    void who_is_asked_to_come_again_is_counted_and_has_not_failed() {
        double before = counted("starting");

        unknown();

        assertThat(counted("starting")).isEqualTo(before + 1);
        assertThat(counted("unauthorised")).isZero();
    }

    @Test
    void it_is_not_ready() {
        given().get("/q/health/ready").then().statusCode(503);
    }

    private static ValidatableResponse unknown() {
        return given().header("Authorization", "Bearer flk_nobody")
                .get("/v1/time")
                .then();
    }

    private double counted(String requests) {
        return metrics.counter("feverline.requests." + requests).count();
    }
}
