package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county changes what a fever is. The rule that is changed is one that no other test measures by. */
@ExtendWith(SharedSystem.class)
class PolicyIT {
    private LocalSystem system;
    private Api api;

    @BeforeEach
    void open(LocalSystem running) {
        system = running;
        api = new Api(running);
    }

    @Test
    void an_adopted_policy_judges_what_is_measured_once_it_is_in_force() throws Exception {
        Instant inForce = Instant.now().plusSeconds(62).truncatedTo(ChronoUnit.MILLIS);
        String version = api.alerts(Persona.ADMIN)
                .body(lowerAtTheTemple()
                        .put("effectiveFrom", inForce.toString())
                        .put("reason", "演练 / a drill")
                        .toString())
                .post("/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
        var gate = api.newDevice(api.newCheckpoint("省界通道"));

        try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
            var before = Api.reading(37.0);
            before.put("site", "temple");
            api.post(gate, before);
            // A clock that runs ahead by less than five minutes is believed.
            var after = Api.reading(37.0);
            after.put("site", "temple");
            after.put("measuredAt", inForce.plusSeconds(5).toString());
            api.post(gate, after);

            JsonNode alert = stream.next(after.get("id").toString());
            assertThat(alert.get("policyVersion").asText()).isEqualTo(version);
            api.alerts(Persona.DUTY_OFFICER)
                    .queryParam("checkpoint", alert.get("checkpointId").asText())
                    .get("/v1/alerts")
                    .then()
                    .body("items.readingId", not(hasItem(before.get("id").toString())));
        }
    }

    @Test
    void a_draft_is_tried_on_what_is_on_the_topics() throws Exception {
        Instant from = Instant.now();
        var gate = api.newDevice(api.newCheckpoint("汽车站"));
        var both = Api.reading(38.5);
        var gained = Api.reading(37.0);
        gained.put("site", "temple");
        try (var stream = AlertStream.open(system, Persona.DUTY_OFFICER)) {
            api.post(gate, both);
            api.post(gate, gained);
            stream.next(both.get("id").toString());
        }

        api.alerts(Persona.ADMIN)
                .body(lowerAtTheTemple()
                        .put("from", from.toString())
                        .put("to", Instant.now().plusSeconds(1).toString())
                        .toString())
                .post("/v1/policies/simulate")
                .then()
                .statusCode(200)
                .body("readings", equalTo(2))
                .body("today.alerts", equalTo(1))
                .body("draft.alerts", equalTo(2))
                .body("gained.alerts", equalTo(1))
                .body("gained.examples[0].readingId", equalTo(gained.get("id")))
                .body("missed.alerts", equalTo(0));
    }

    private ObjectNode lowerAtTheTemple() {
        JsonNode policy = api.alerts(Persona.ADMIN)
                .get("/v1/policies/default-2")
                .as(JsonNode.class)
                .get("policy");
        ((ObjectNode) policy.at("/rules/temple")).put("threshold", 36.9);
        return new ObjectMapper().createObjectNode().set("policy", policy);
    }
}
