package io.feverline.alert.rest;

import static io.feverline.alert.Changes.EIGHT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.Health;
import io.feverline.alert.Tokens;
import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.CheckpointStatus.DeviceStatus;
import io.feverline.alert.device.Finding;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.alert.postgres.DeviceHealthWriter;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class DeviceAlertTest {

    @TestHTTPResource("/v1/alerts/stream")
    @SuppressWarnings("NullAway.Init") // by the test's container
    URI stream;

    @Inject
    DeviceHealthWriter writer;

    @Inject
    AlertWriter alerts;

    private final String device = "device-" + UUID.randomUUID();
    private final HealthChange found = Health.found(device, Finding.STUCK, EIGHT);
    private final String path = "/v1/device-alerts/" + DeviceAlert.idOf(found);

    @BeforeEach
    void a_device_is_stuck() {
        store(found);
    }

    private void store(HealthChange... changes) {
        writer.store(List.of(changes)).await().atMost(Duration.ofSeconds(10));
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(Tokens.of(role, area)).contentType(ContentType.JSON);
    }

    private static RequestSpecification officer() {
        return as("duty-officer", "360322");
    }

    private ValidatableResponse act(String body, String entityTag) {
        return officer()
                .header("If-Match", entityTag)
                .body(body)
                .post(path + "/actions")
                .then();
    }

    private String entityTag() {
        return officer().get(path).getHeader("ETag");
    }

    @Test
    void it_tells_what_was_seen_in_what_unit() {
        officer()
                .get(path)
                .then()
                .statusCode(200)
                .body("deviceId", equalTo(device))
                .body("finding", equalTo("stuck"))
                .body("doubtful", equalTo(true))
                .body("value", equalTo(36.5f))
                .body("limit", equalTo(20))
                .body("unit", equalTo("°C"))
                .body("state", equalTo("open"));
    }

    @Test
    void the_queue_has_what_somebody_still_has_to_see_to() {
        HealthChange ended = Health.found("device-" + UUID.randomUUID(), Finding.FLAT, EIGHT.plusSeconds(1));
        store(ended, Health.ended(ended, EIGHT.plusSeconds(600)));

        officer()
                .get("/v1/device-alerts?open=true&area=360322101&checkpoint=exit&limit=500")
                .then()
                .body("items.deviceId", hasItem(device))
                .body("items.deviceId", not(hasItem(ended.deviceId())))
                .body("items.state", everyItem(not(equalTo("closed"))));
        officer()
                .get("/v1/device-alerts?open=false&limit=500")
                .then()
                .body("items.deviceId", hasItem(ended.deviceId()));
    }

    @Test
    void pages_follow_each_other() {
        store(Health.found("device-" + UUID.randomUUID(), Finding.STUCK, EIGHT.plusSeconds(9)));
        var first = officer().get("/v1/device-alerts?limit=1").then().body("items", hasSize(1));
        String next = first.extract().path("next");

        officer()
                .queryParam("cursor", next)
                .get("/v1/device-alerts?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", not(equalTo(first.extract().path("items[0].id"))));
    }

    @ParameterizedTest
    @CsvSource({"open=perhaps", "limit=0", "limit=501", "cursor=x", "area=here"})
    void a_parameter_that_means_nothing_is_refused(String parameter) {
        officer().get("/v1/device-alerts?" + parameter).then().statusCode(400);
    }

    @Test
    void from_its_acknowledgement_to_its_end_everything_is_on_record() {
        act("{\"action\":\"acknowledge\"}", entityTag()).statusCode(200).body("state", equalTo("acknowledged"));
        act("{\"action\":\"comment\",\"note\":\"换电池 / a new battery\"}", entityTag())
                .statusCode(200);

        act("{\"action\":\"close\"}", entityTag())
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("actions.action", contains("acknowledge", "comment", "close"))
                .body("actions[1].note", equalTo("换电池 / a new battery"))
                .body("actions[0].actor", equalTo("duty-officer"));
    }

    @Test
    void nobody_acts_on_what_they_have_not_seen() {
        String seen = entityTag();
        act("{\"action\":\"acknowledge\"}", seen).statusCode(200);

        act("{\"action\":\"close\"}", seen)
                .statusCode(412)
                .header("ETag", equalTo(entityTag()))
                .body("type", equalTo("urn:feverline:problem:alert-changed"));
        officer().body("{\"action\":\"close\"}").post(path + "/actions").then().statusCode(428);
    }

    @Test
    void its_end_is_something_to_be_seen_first() {
        String seen = entityTag();
        store(Health.ended(found, EIGHT.plusSeconds(600)));

        act("{\"action\":\"comment\",\"note\":\"x\"}", seen).statusCode(412);
    }

    @Test
    void what_is_acknowledged_is_not_acknowledged_again() {
        act("{\"action\":\"acknowledge\"}", entityTag()).statusCode(200);

        act("{\"action\":\"acknowledge\"}", entityTag()).statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"action\":\"repair\"}",
                "{\"action\":\"comment\"}",
                "{\"action\":\"comment\",\"note\":\" \"}"
            })
    void an_action_that_means_nothing_is_refused(String body) {
        act(body, entityTag()).statusCode(400).body("type", equalTo("urn:feverline:problem:invalid-member"));
    }

    @Test
    void what_lies_in_another_area_is_not_there() {
        as("duty-officer", "360322102").get(path).then().statusCode(404);
        as("duty-officer", "360322102")
                .get("/v1/device-alerts?limit=500")
                .then()
                .body("items.deviceId", not(hasItem(device)));
        as("duty-officer", "360322102")
                .header("If-Match", entityTag())
                .body("{\"action\":\"close\"}")
                .post(path + "/actions")
                .then()
                .statusCode(404);
    }

    @Test
    void the_stream_tells_of_devices_and_of_the_open_alerts_that_have_become_doubtful() {
        EpisodeTold fever = Changes.by(device, Changes.opening("exit", "360322101", EIGHT.plusSeconds(1_000)));
        alerts.store(List.of(fever)).await().atMost(Duration.ofSeconds(10));
        try (var officer = StreamClient.open(stream, Tokens.of("duty-officer", "360322"), null);
                var elsewhere = StreamClient.open(stream, Tokens.of("duty-officer", "360322102"), null)) {
            store(Health.found(device, Finding.DRIFTING, EIGHT.plusSeconds(900)));
            store(Health.found("device-" + UUID.randomUUID(), Finding.CLOCK, EIGHT));

            List<StreamClient.Event> events = officer.await(3);
            assertThat(events).extracting(StreamClient.Event::name).containsExactly("device", "alert", "device");
            assertThat(events.get(0).alert().getString("finding")).isEqualTo("drifting");
            assertThat(events.get(1).alert().getString("id"))
                    .isEqualTo(fever.alertId().toString());
            assertThat(events.get(1).alert().getBoolean("unverified")).isTrue();
            elsewhere.awaitHeartbeats(1);
            assertThat(elsewhere.await(0)).isEmpty();
        }
    }

    @Test
    void an_alert_and_its_readings_say_that_they_are_unverified() {
        EpisodeTold fever = Changes.by(device, Changes.opening("exit", "360322101", EIGHT.plusSeconds(10)));
        alerts.store(List.of(fever)).await().atMost(Duration.ofSeconds(10));

        officer()
                .get("/v1/alerts/" + fever.alertId())
                .then()
                .body("unverified", equalTo(true))
                .body("episodeReadings.unverified", contains(true));
    }

    @Test
    void checkpoints_tell_rates_fevers_and_their_devices_health() {
        String checkpoint = "status-" + UUID.randomUUID();
        var status = new CheckpointStatus(
                checkpoint,
                "360322101",
                EIGHT,
                EIGHT,
                21,
                50,
                160,
                2,
                List.of(new DeviceStatus(device, EIGHT, Set.of(Finding.SILENT, Finding.STUCK))));
        writer.storeStatus(List.of(status)).await().atMost(Duration.ofSeconds(10));

        String here = "items.find { it.checkpointId == '" + checkpoint + "' }.";
        officer()
                .get("/v1/checkpoints/status")
                .then()
                .statusCode(200)
                .body(here + "perMinute", equalTo(4.2f))
                .body(here + "perMinuteOfQuarterHour", equalTo(3.3f))
                .body(here + "readings", equalTo(160))
                .body(here + "feversPerThousand", equalTo(12.5f))
                .body(here + "lastReadingAt", notNullValue())
                .body(here + "devices[0].findings", contains("silent", "stuck"));
        as("duty-officer", "360322102")
                .get("/v1/checkpoints/status")
                .then()
                .body("items.checkpointId", not(hasItem(checkpoint)));
    }
}
