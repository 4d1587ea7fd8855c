package io.feverline.ingest.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.feverline.ingest.DoorProfile;
import io.feverline.ingest.RecordedHeartbeats;
import io.feverline.ingest.TestDevice;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.heartbeat.Heartbeat;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DoorProfile.class)
class HeartbeatsResourceTest {
    @Inject
    DeviceDirectory directory;

    @Inject
    RecordedHeartbeats brokers;

    @Inject
    InstantSource clock;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void brokersAreBack() {
        brokers.away(false);
    }

    @Test
    void a_heartbeat_is_taken_when_the_brokers_have_it() {
        registered("alive")
                .asks()
                .body("{\"clock\":\"%s\",\"battery\":80,\"firmware\":\"2.1\",\"queueLength\":3,\"bootId\":\"b1\"}"
                        .formatted(clock.instant()))
                .post("/v1/heartbeats")
                .then()
                .statusCode(202);

        assertThat(brokers.published())
                .filteredOn(heartbeat -> heartbeat.origin().deviceId().equals("alive"))
                .extracting(Heartbeat::battery, Heartbeat::firmware, Heartbeat::queueLength)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(80, "2.1", 3L));
    }

    @Test
    void a_gateway_learns_how_far_its_clock_is_off() {
        registered("an-hour-ahead")
                .asks()
                .body("{\"clock\":\"%s\"}".formatted(clock.instant().plus(Duration.ofHours(1))))
                .post("/v1/heartbeats")
                .then()
                .body("clockSkewMillis", both(greaterThan(3_590_000)).and(lessThanOrEqualTo(3_600_000)))
                .body("clockSkewSamples", equalTo(1));
    }

    @Test
    void brokers_away_are_a_503_that_asks_to_send_again() {
        brokers.away(true);

        registered("unheard")
                .asks()
                .body("{\"clock\":\"%s\"}".formatted(clock.instant()))
                .post("/v1/heartbeats")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("retryable", equalTo(true));
    }

    @Test
    void a_broken_rule_is_named() {
        registered("overcharged")
                .asks()
                .body("{\"clock\":\"%s\",\"battery\":101}".formatted(clock.instant()))
                .post("/v1/heartbeats")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:feverline:problem:battery-implausible"));
    }

    @Test
    void an_unknown_member_is_turned_away() {
        registered("talkative")
                .asks()
                .body("{\"clock\":\"%s\",\"mood\":\"good\"}".formatted(clock.instant()))
                .post("/v1/heartbeats")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:feverline:problem:unknown-member"));
    }

    @Test
    void one_that_cannot_be_unpacked_is_counted_as_a_heartbeat() {
        double before = rejected("heartbeats");
        double readings = rejected("readings");

        registered("garbled")
                .asks()
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post("/v1/heartbeats")
                .then()
                .statusCode(400);

        assertThat(rejected("heartbeats")).isEqualTo(before + 1);
        assertThat(rejected("readings")).isEqualTo(readings);
    }

    private double rejected(String what) {
        return metrics.counter("feverline." + what + ".rejected", "reason", "malformed-gzip")
                .count();
    }

    @Test
    void without_a_live_key_nothing_is_taken() {
        registered("somebody");

        given().contentType("application/json")
                .body("{}")
                .post("/v1/heartbeats")
                .then()
                .statusCode(401);
    }

    private TestDevice registered(String id) {
        return new TestDevice(id, "exit-1").registeredIn(directory, 0);
    }
}
