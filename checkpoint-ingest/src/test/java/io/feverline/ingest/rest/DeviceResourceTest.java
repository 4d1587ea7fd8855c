package io.feverline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.feverline.ingest.DoorProfile;
import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.DeviceDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorProfile.class)
class DeviceResourceTest {
    private final TestDevice bus = new TestDevice("bus-7", "bus-line-7");

    @Inject
    DeviceDirectory directory;

    @Inject
    InstantSource clock;

    @BeforeEach
    void registerDevice() {
        bus.registeredIn(directory, 600);
        directory.complete();
    }

    @Test
    void the_time_is_the_doors() {
        String time =
                bus.asks().get("/v1/time").then().statusCode(200).extract().path("time");

        assertThat(Instant.parse(time)).isCloseTo(clock.instant(), within(10, ChronoUnit.SECONDS));
    }

    @Test
    void nobody_keeps_the_time_for_later() {
        bus.asks().get("/v1/time").then().header("Cache-Control", equalTo("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/time", "/v1/device"})
    void without_a_live_key_nothing_is_told(String path) {
        given().get(path).then().statusCode(401);
    }

    @Test
    void a_device_learns_how_it_is_registered() {
        bus.asks()
                .get("/v1/device")
                .then()
                .statusCode(200)
                .body("deviceId", equalTo("bus-7"))
                .body("checkpointId", equalTo("bus-line-7"))
                .body("areaCode", equalTo("360322101"))
                .body("site", equalTo("inner-canthus"))
                .body("mode", equalTo("surface"))
                .body("offset", equalTo(0.6f));
    }

    @Test
    void a_device_learns_its_limits() {
        bus.asks()
                .get("/v1/device")
                .then()
                .body("limits.liveWithinSeconds", equalTo(120))
                .body("limits.furthestBackSeconds", equalTo(28 * 86_400))
                .body("limits.furthestAheadSeconds", equalTo(86_400))
                .body("limits.batchItems", equalTo(3))
                .body("limits.device.burst", equalTo(30))
                .body("limits.gateway.perSecond", equalTo(2_000));
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        bus.asks()
                .header("If-None-Match", tag())
                .get("/v1/device")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag()))
                .body(emptyString());
    }

    @Test
    void a_changed_registration_has_another_tag() {
        String before = tag();
        bus.registeredIn(directory, 700);

        bus.asks().header("If-None-Match", before).get("/v1/device").then().statusCode(200);
    }

    private String tag() {
        return bus.asks().get("/v1/device").then().extract().header("ETag");
    }
}
