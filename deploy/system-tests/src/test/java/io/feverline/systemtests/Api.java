package io.feverline.systemtests;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The system's public doors, as gateways and people use them. */
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalSystem system;

    Api(LocalSystem system) {
        this.system = system;
    }

    RequestSpecification registry(Persona persona) {
        return as(Service.REGISTRY_SERVICE, persona);
    }

    RequestSpecification alerts(Persona persona) {
        return as(Service.ALERT_SERVICE, persona);
    }

    private RequestSpecification as(Service service, Persona persona) {
        return given().baseUri(system.url(service).toString())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(system.token(persona));
    }

    RequestSpecification gateway(String key) {
        return given().baseUri(system.url(Service.CHECKPOINT_INGEST).toString())
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(key);
    }

    /** A reading that the door takes. */
    ValidatableResponse post(Gate gate, Map<String, Object> reading) {
        return gateway(gate.key()).body(reading).post("/v1/readings").then().statusCode(202);
    }

    /** A checkpoint in 上栗镇. */
    String newCheckpoint(String name) {
        return newCheckpoint(name, "360322101");
    }

    String newCheckpoint(String name, String areaCode) {
        String id = "checkpoint-" + UUID.randomUUID();
        registry(Persona.ADMIN)
                .body(Map.of("id", id, "name", name, "kind", "highway-exit", "areaCode", areaCode))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);
        return id;
    }

    /** A new device that the door knows; it takes a moment after the registration. */
    Gate newDevice(String checkpoint) {
        return newDevices(checkpoint, 1).get(0);
    }

    /** As many of them. */
    List<Gate> newDevices(String checkpoint, int count) {
        var gates = IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> registered(checkpoint))
                .toList();
        gates.parallelStream()
                .forEach(gate -> await().atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .until(() -> gateway(gate.key()).get("/v1/device").statusCode() == 200));
        return gates;
    }

    private Gate registered(String checkpoint) {
        String id = "device-" + UUID.randomUUID();
        String key = registry(Persona.ADMIN)
                .body(Map.of("id", id, "checkpointId", checkpoint, "site", "forehead", "mode", "body", "offset", 0.0))
                .post("/v1/devices")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        return new Gate(id, key);
    }

    /** A device and the key that it posts with. */
    record Gate(String deviceId, String key) {}

    static Map<String, Object> reading(double celsius) {
        var reading = new HashMap<String, Object>();
        reading.put("id", UUID.randomUUID().toString());
        reading.put("measuredAt", Instant.now().toString());
        reading.put("temperature", celsius);
        return reading;
    }
}
