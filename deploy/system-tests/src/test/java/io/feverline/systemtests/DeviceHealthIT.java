package io.feverline.systemtests;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.systemtests.Api.Gate;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Devices that are ill at a checkpoint where others are well, by a policy whose limits of time are short. */
@ExtendWith(HastySystem.class)
class DeviceHealthIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static LocalSystem system;
    private static Api api;
    private static String checkpoint;
    private static List<Gate> well;

    @BeforeAll
    static void start(LocalSystem running) {
        system = running;
        api = new Api(system);
        adoptShortSilence();
        checkpoint = api.newCheckpoint("省界通道");
        well = api.newDevices(checkpoint, 3);
        well.forEach(gate -> measure(gate, people(36.5)));
    }

    private static void adoptShortSilence() {
        JsonNode policy = api.alerts(Persona.ADMIN)
                .get("/v1/policies/default-2")
                .as(JsonNode.class)
                .get("policy");
        ((ObjectNode) policy.get("devices")).put("silence", "PT20S").put("bootGrace", "PT1S");
        api.alerts(Persona.ADMIN)
                .body(Map.of(
                        "effectiveFrom",
                        Instant.now().plusSeconds(5).toString(),
                        "reason",
                        "演练 / a drill",
                        "policy",
                        policy))
                .post("/v1/policies")
                .then()
                .statusCode(201);
    }

    /** Thirty people around a temperature. */
    private static List<Double> people(double celsius) {
        return IntStream.range(0, 30)
                .mapToObj(i -> Math.round((celsius + (i % 7 - 3) * 0.15) * 100) / 100.0)
                .toList();
    }

    private static void measure(Gate gate, List<Double> temperatures) {
        var readings = new ArrayList<Map<String, Object>>();
        temperatures.forEach(celsius -> readings.add(Api.reading(celsius)));
        api.gateway(gate.key())
                .body(readings)
                .post("/v1/readings/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(temperatures.size()));
    }

    private static void beat(Gate gate, Instant clock) {
        api.gateway(gate.key())
                .body(Map.of("clock", clock.toString(), "bootId", "run-" + gate.deviceId()))
                .post("/v1/heartbeats")
                .then()
                .statusCode(202);
    }

    private static ValidatableResponse queue() {
        return api.alerts(Persona.DUTY_OFFICER)
                .queryParam("checkpoint", checkpoint)
                .queryParam("limit", 500)
                .get("/v1/device-alerts")
                .then()
                .statusCode(200);
    }

    private static String findingsOf(Gate gate) {
        return "items.findAll { it.deviceId == '" + gate.deviceId() + "' && it.until == null }.finding";
    }

    @Test
    void a_stuck_device_is_found_its_fevers_are_unverified_and_its_end_is_told() {
        Gate gate = api.newDevice(checkpoint);
        measure(gate, IntStream.range(0, 24).mapToObj(i -> 37.9).toList());

        await().atMost(PATIENCE).untilAsserted(() -> queue().body(findingsOf(gate), hasItem("stuck")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> api.alerts(Persona.DUTY_OFFICER)
                        .queryParam("checkpoint", checkpoint)
                        .queryParam("limit", 500)
                        .get("/v1/alerts")
                        .then()
                        .body(
                                "items.findAll { it.deviceId == '" + gate.deviceId() + "' && it.unverified }.size()",
                                equalTo(24)));

        measure(gate, people(36.5));

        await().atMost(PATIENCE)
                .untilAsserted(() -> queue().body(
                                "items.find { it.deviceId == '" + gate.deviceId()
                                        + "' && it.finding == 'stuck' }.state",
                                equalTo("closed")));
    }

    @Test
    void a_device_that_drifts_from_its_neighbours_is_found_and_they_are_not() {
        Gate gate = api.newDevice(checkpoint);

        // They are compared minute by minute: of a minute that ends meanwhile they have not measured together.
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            well.forEach(neighbour -> measure(neighbour, people(36.5)));
            measure(gate, people(34.6));
            queue().body(findingsOf(gate), hasItem("drifting"));
        });
        well.forEach(neighbour -> queue().body(
                        "items.findAll { it.deviceId == '" + neighbour.deviceId() + "' && it.finding == 'drifting' }",
                        empty()));
    }

    @Test
    void a_device_that_falls_silent_is_found_while_another_is_heard_and_a_restart_makes_nobody_silent() {
        Gate quiet = api.newDevice(checkpoint);
        Gate alive = api.newDevice(checkpoint);
        beat(quiet, Instant.now());
        beat(alive, Instant.now());

        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            beat(alive, Instant.now());
            queue().body(findingsOf(quiet), hasItem("silent"));
        });
        queue().body(findingsOf(alive), empty());

        system.service(Service.ALERT_SERVICE).kill();
        system.service(Service.ALERT_SERVICE).restart();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            beat(alive, Instant.now());
            beat(quiet, Instant.now());
            queue().body(findingsOf(quiet), empty());
        });
        queue().body(findingsOf(alive), empty());
    }

    @Test
    void a_clock_that_is_off_and_an_expired_calibration_are_found() {
        Gate gate = api.newDevice(checkpoint);
        api.registry(Persona.ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("due", "2020-12-31"))
                .put("/v1/devices/" + gate.deviceId() + "/calibration")
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> {
            beat(gate, Instant.now().plusSeconds(600));
            queue().body(findingsOf(gate), hasItems("clock", "calibration"));
        });
    }

    @Test
    void the_checkpoint_tells_its_rates_and_its_devices() {
        String here = "items.find { it.checkpointId == '" + checkpoint + "' }.";

        await().atMost(PATIENCE).untilAsserted(() -> {
            beat(well.get(0), Instant.now());
            api.alerts(Persona.DUTY_OFFICER)
                    .get("/v1/checkpoints/status")
                    .then()
                    .statusCode(200)
                    .body(here + "readings", greaterThan(0))
                    .body(here + "devices.deviceId", hasItem(well.get(0).deviceId()));
        });
    }
}
