package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.feverline.gateway.Gateway;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Synthetic fevers go all the way, are counted nowhere, and are missed when they do not come. With limits of seconds.
 */
@ExtendWith(HastySystem.class)
class ProbeIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofMillis(500);

    private static LocalSystem system;

    @TempDir
    private Path folder;

    private Api api;
    private String checkpoint;
    private Api.Gate gate;

    @BeforeAll
    static void isThere(LocalSystem running) {
        system = running;
    }

    @BeforeEach
    void register() {
        api = new Api(system);
        checkpoint = api.newCheckpoint("高速出口");
        gate = api.newDevice(checkpoint);
    }

    @Test
    void a_synthetic_fever_arrives_on_the_stream_and_is_in_no_list_or_figure() throws Exception {
        var fevers = new Meters(system, Service.ALERT_SERVICE);
        double before = fevers.value("feverline_verdicts_total");
        try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
            var synthetic = Api.reading(41.0);
            synthetic.put("synthetic", true);
            api.post(gate, synthetic);

            JsonNode told = stream.nextProbe(checkpoint, false);
            assertThat(told.get("measuredAt").asText())
                    .startsWith(synthetic.get("measuredAt").toString().substring(0, 19));
            assertThat(told.get("tookFromDoorMs").asLong()).isBetween(0L, SOON.toMillis());

            // What comes after it has come: so would it have.
            var fever = Api.reading(38.5);
            api.post(gate, fever);
            stream.next(fever.get("id").toString());
            api.alerts(Persona.DUTY_OFFICER)
                    .queryParam("checkpoint", checkpoint)
                    .get("/v1/alerts")
                    .then()
                    .body("items.readingId", equalTo(List.of(fever.get("id"))));
            assertThat(fevers.value("feverline_verdicts_total")).isEqualTo(before + 1);
            await().atMost(SOON).untilAsserted(() -> assertThat(passages(fever)).containsExactly("1"));
            assertThat(passages(synthetic)).containsExactly("0");
        }
    }

    @Test
    void a_marked_reading_of_somebody_is_refused() {
        var marked = Api.reading(38.5);
        marked.put("synthetic", true);
        marked.put("vehicle", Map.of("plate", "赣J12345"));
        api.gateway(gate.key())
                .body(marked)
                .post("/v1/readings")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:feverline:problem:synthetic-of-somebody"));
    }

    @Test
    void when_a_gateway_falls_silent_it_is_an_alarm_once_and_over_when_it_is_back() throws Exception {
        try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
            try (var gateway = gateway()) {
                stream.nextProbe(checkpoint, false);
                stream.nextProbe(checkpoint, false);
                assertThat(gateway.waiting()).isEmpty();
            }
            stream.nextProbe(checkpoint, true);
            way("missing", true);
            assertThat(alarms()).containsExactly("1");

            try (var gateway = gateway()) {
                stream.nextProbe(checkpoint, false);
                assertThat(gateway.waiting()).isEmpty();
            }
            assertThat(alarms()).containsExactly("1");
        }
    }

    @Test
    void the_alarms_service_that_was_away_itself_alarms_about_nobody() throws Exception {
        try (var gateway = gateway()) {
            try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
                stream.nextProbe(checkpoint, false);
            }
            system.service(Service.ALERT_SERVICE).kill();
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
            system.service(Service.ALERT_SERVICE).start();
            try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
                stream.nextProbe(checkpoint, false);
            }
            assertThat(gateway.waiting()).isEmpty();
            assertThat(alarms()).containsExactly("0");
        }
    }

    private Gateway gateway() throws Exception {
        return Gateway.at(system.url(Service.CHECKPOINT_INGEST), gate.key(), folder.resolve("gate.queue"))
                .probeEvery(EVERY)
                .open();
    }

    private void way(String member, Object value) {
        api.alerts(Persona.DUTY_OFFICER)
                .queryParam("limit", 500)
                .get("/v1/probes")
                .then()
                .statusCode(200)
                .body("items.find { it.checkpointId == '" + checkpoint + "' }." + member, equalTo(value));
    }

    private List<String> alarms() {
        return new Databases(system)
                .column(
                        Database.ALERT,
                        "SELECT count(*) FROM alert_change WHERE probe ->> 'checkpointId' = ?"
                                + " AND probe ->> 'missingSince' IS NOT NULL",
                        checkpoint);
    }

    private static List<String> passages(Map<String, Object> reading) {
        return new Databases(system)
                .column(
                        Database.REGISTRY,
                        "SELECT count(*) FROM passage WHERE reading_id = ?",
                        UUID.fromString(reading.get("id").toString()));
    }
}
