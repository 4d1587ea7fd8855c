package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The story, top to bottom, through the public doors of the real processes. */
@ExtendWith(SharedSystem.class)
class FlowIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, String> ZHANG =
            Map.of("documentType", "resident-id", "documentNumber", "360322198606158420");

    private LocalSystem system;
    private Api api;

    @BeforeEach
    void useTheSystem(LocalSystem running) {
        system = running;
        api = new Api(running);
    }

    @Test
    void a_fever_at_a_new_checkpoint_reaches_the_duty_officer_and_the_travellers_history() throws Exception {
        var checkpoint = api.newCheckpoint("上栗北高速出口");
        var gate = api.newDevice(checkpoint);

        try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
            var fever = Api.reading(38.4);
            fever.put("traveller", traveller());
            fever.put("vehicle", Map.of("plate", "鄂A12345", "kind", "coach", "seat", "12A"));
            api.post(gate, fever).body("lane", equalTo("live"));

            JsonNode alert = stream.next(fever.get("id").toString());
            assertThat(alert.get("checkpointId").asText()).isEqualTo(checkpoint);
            assertThat(alert.get("temperature").asDouble()).isEqualTo(38.4);
            assertThat(alert.get("episodeState").asText()).isEqualTo("suspected");

            var recheck = Api.reading(38.1);
            recheck.put("traveller", traveller());
            recheck.put("recheckOf", fever.get("id"));
            api.post(gate, recheck);
            await().atMost(SOON)
                    .untilAsserted(() -> api.alerts(Persona.DUTY_OFFICER)
                            .get("/v1/alerts/" + alert.get("id").asText())
                            .then()
                            .statusCode(200)
                            .body("episodeState", equalTo("confirmed")));

            await().atMost(SOON).untilAsserted(() -> {
                String traveller = api.registry(Persona.COUNTY_OFFICIAL)
                        .body(ZHANG)
                        .post("/v1/travellers/search")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .extract()
                        .path("items[0].id");
                var history = api.registry(Persona.COUNTY_OFFICIAL)
                        .get("/v1/travellers/" + traveller + "/passages")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertThat(history.getList("items.readingId"))
                        .startsWith(
                                recheck.get("id").toString(), fever.get("id").toString());
                assertThat(history.getList("items.verdict.kind")).startsWith("fever", "fever");
            });

            String vehicle = api.registry(Persona.COUNTY_OFFICIAL)
                    .body(Map.of("plate", "鄂A·12345"))
                    .post("/v1/vehicles/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items[0].id");
            api.registry(Persona.COUNTY_OFFICIAL)
                    .get("/v1/vehicles/" + vehicle + "/passages")
                    .then()
                    .statusCode(200)
                    .body("items.readingId", contains(fever.get("id").toString()));
        }
    }

    @Test
    void an_anonymous_fever_is_cleared_by_a_recheck_in_the_armpit_with_another_device() throws Exception {
        var checkpoint = api.newCheckpoint("省界通道");
        // Enough of them to be in every partition.
        var handHeld = api.newDevices(checkpoint, 4);
        try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
            var fever = Api.reading(38.0);
            api.post(api.newDevice(checkpoint), fever);
            String alert = stream.next(fever.get("id").toString()).get("id").asText();

            for (var device : handHeld) {
                var recheck = Api.reading(36.8);
                recheck.put("site", "axillary");
                recheck.put("recheckOf", fever.get("id"));
                api.post(device, recheck);
            }

            await().atMost(SOON)
                    .untilAsserted(() -> api.alerts(Persona.DUTY_OFFICER)
                            .get("/v1/alerts/" + alert)
                            .then()
                            .statusCode(200)
                            .body("episodeState", equalTo("cleared"))
                            .body("readings", equalTo(1 + handHeld.size())));
        }
    }

    @Test
    void a_fever_from_a_key_region_is_critical_and_an_officers_action_is_on_record() {
        api.registry(Persona.COUNTY_OFFICIAL)
                .body(Map.of(
                        "id", "region-" + java.util.UUID.randomUUID(),
                        "name", "演练地区",
                        "platePrefix", "藏",
                        "validFrom", "2020-01-23T10:00:00+08:00",
                        "legalBasis", "演练 / a drill"))
                .post("/v1/key-regions")
                .then()
                .statusCode(201);
        var checkpoint = api.newCheckpoint("高速出口");
        var gate = api.newDevice(checkpoint);

        var alert = await().atMost(SOON)
                .until(
                        () -> {
                            var fever = Api.reading(38.4);
                            fever.put("vehicle", Map.of("plate", "藏A12345"));
                            api.post(gate, fever);
                            return api.alerts(Persona.DUTY_OFFICER)
                                    .queryParam("checkpoint", checkpoint)
                                    .queryParam("severity", "critical")
                                    .get("/v1/alerts")
                                    .then()
                                    .extract()
                                    .<String>path("items[0].id");
                        },
                        org.hamcrest.Matchers.notNullValue());

        String seen =
                api.alerts(Persona.DUTY_OFFICER).get("/v1/alerts/" + alert).header("ETag");
        api.alerts(Persona.DUTY_OFFICER)
                .header("If-Match", seen)
                .body(Map.of("action", "refer", "clinic", "县人民医院发热门诊"))
                .post("/v1/alerts/" + alert + "/actions")
                .then()
                .statusCode(200)
                .body("state", equalTo("referred"))
                .body("actions.clinic", contains("县人民医院发热门诊"));
    }

    @Test
    void a_bad_item_of_a_batch_never_rejects_its_neighbours() {
        var gate = api.newDevice(api.newCheckpoint("汽车站"));
        api.gateway(gate.key())
                .body(List.of(Api.reading(36.6), Api.reading(98.6), Api.reading(36.8)))
                .post("/v1/readings/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1))
                .body("problems[0].index", equalTo(1))
                .body("problems[0].problem.type", equalTo("urn:feverline:problem:temperature-unit"));
    }

    @Test
    void a_batch_of_lines_is_taken_line_by_line() throws Exception {
        var gate = api.newDevice(api.newCheckpoint("汽车站"));
        var json = new ObjectMapper();
        api.gateway(gate.key())
                .contentType("application/x-ndjson; charset=utf-8")
                .body((json.writeValueAsString(Api.reading(36.6)) + "\n{broken\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/readings/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("problems[0].problem.type", equalTo("urn:feverline:problem:malformed-json"));
    }

    @Test
    void a_request_without_a_live_key_is_refused_with_a_problem() {
        api.gateway("flk_nobody")
                .body(Api.reading(36.6))
                .post("/v1/readings")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:device-key"));
    }

    @Test
    void the_same_reading_sent_twice_is_one_passage() {
        var checkpoint = api.newCheckpoint("省界通道");
        var gate = api.newDevice(checkpoint);
        var reading = Api.reading(36.6);
        reading.put("vehicle", Map.of("plate", "赣J54321"));
        api.post(gate, reading);
        api.post(gate, reading);
        await().during(Duration.ofSeconds(2)).atMost(SOON).untilAsserted(() -> {
            String vehicle = api.registry(Persona.COUNTY_OFFICIAL)
                    .body(Map.of("plate", "赣J54321"))
                    .post("/v1/vehicles/search")
                    .then()
                    .extract()
                    .path("items[0].id");
            api.registry(Persona.COUNTY_OFFICIAL)
                    .get("/v1/vehicles/" + vehicle + "/passages")
                    .then()
                    .statusCode(200)
                    .body("items.readingId", contains(reading.get("id").toString()));
        });
    }

    @Test
    void nobody_reads_alerts_without_signing_in() {
        for (Service service : List.of(Service.ALERT_SERVICE, Service.REGISTRY_SERVICE)) {
            io.restassured.RestAssured.given()
                    .baseUri(system.url(service).toString())
                    .get(service == Service.ALERT_SERVICE ? "/v1/alerts" : "/v1/checkpoints")
                    .then()
                    .statusCode(401);
        }
    }

    private static Map<String, Object> traveller() {
        return Map.of(
                "documentType", "resident-id",
                "documentNumber", "360322198606158420",
                "name", "张三",
                "phone", "13612345678",
                "originArea", "420100",
                "destinationArea", "360322101");
    }
}
