package io.feverline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.DeviceDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FailedKeysProfile.class)
class FailedKeysTest {
    @Inject
    DeviceDirectory directory;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void knowAllDevices() {
        directory.complete();
    }

    @Test
    void whoever_fails_too_often_is_asked_to_wait() {
        given().get("/v1/time")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.greaterThanOrEqualTo(1))
                .body("type", equalTo("urn:feverline:problem:too-many-failures"));
    }

    @Test
    void a_live_key_from_the_same_address_is_let_in() {
        given().get("/v1/time").then().statusCode(429);

        new TestDevice("neighbour", "exit-1")
                .registeredIn(directory, 0)
                .asks()
                .get("/v1/time")
                .then()
                .statusCode(200);
    }

    @Test
    void who_is_asked_to_wait_is_counted() {
        double before = slowed();

        given().get("/v1/time");

        assertThat(slowed()).isEqualTo(before + 1);
    }

    private double slowed() {
        return metrics.counter("feverline.requests.slowed").count();
    }
}
