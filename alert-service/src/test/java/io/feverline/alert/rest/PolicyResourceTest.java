package io.feverline.alert.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class PolicyResourceTest {
    private static final String WHY = "第 12 号令 / Order 12";

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector memory;

    @ParameterizedTest
    @CsvSource({"duty-officer,200", "health-official,200", "auditor,200", "admin,200", "grid-worker,403"})
    void roles_decide_who_reads(String role, int status) {
        as(role).get("/v1/policies").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"duty-officer,403", "health-official,403", "auditor,403", "grid-worker,403", "admin,201"})
    void admins_alone_adopt(String role, int status) {
        as(role).body(policy(ahead()).toString()).post("/v1/policies").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"duty-officer,403", "auditor,403", "grid-worker,403"})
    void officials_and_admins_alone_simulate(String role, int status) {
        as(role).body(policy(ahead()).toString())
                .post("/v1/policies/simulate")
                .then()
                .statusCode(status);
    }

    @Test
    void the_default_is_listed_as_any_other() {
        as("duty-officer")
                .get("/v1/policies/default-2")
                .then()
                .statusCode(200)
                .body("policy.recheckWindow", equalTo("PT30M"))
                .body("policy.rules.forehead.operator", equalTo("above"))
                .body("policy.rules.forehead.threshold", equalTo(37.3f))
                .body("policy.rules.forehead.skinOffset", equalTo(1.6f))
                .body("policy.rules.wrist.coldUnder", nullValue())
                .body("adoptedBy", nullValue());
    }

    @Test
    void an_adopted_policy_is_there_with_its_reason_and_published_under_its_name() {
        Instant from = ahead();
        String location = as("admin")
                .body(policy(from).toString())
                .post("/v1/policies")
                .then()
                .statusCode(201)
                .body("reason", equalTo(WHY))
                .body("adoptedBy", equalTo("admin"))
                .extract()
                .header("Location");

        String version = location.substring(location.lastIndexOf('/') + 1);
        as("auditor").get("/v1/policies/" + version).then().statusCode(200).body("version", equalTo(version));
        as("auditor").get("/v1/policies").then().body("items.version", hasItem(version));
        Message<byte[]> published = memory.<byte[]>sink("policies").received().stream()
                .filter(message -> version.equals(message.getMetadata(OutgoingKafkaRecordMetadata.class)
                        .orElseThrow()
                        .getKey()))
                .findFirst()
                .orElseThrow();
        assertThat(new String(published.getPayload(), UTF_8)).contains(version, "INNER_CANTHUS");
    }

    @Test
    void what_is_a_cluster_and_an_ill_device_is_adopted_and_read_back() {
        ObjectNode sent = policy(ahead());
        put(sent, "policy/clusters/trip/least", "4");
        put(sent, "policy/clusters/trip/within", "PT6H");
        put(sent, "policy/devices/silence", "PT10S");
        put(sent, "policy/devices/drift", "0.8");

        String location = adopted(sent);

        as("auditor")
                .get(location)
                .then()
                .body("policy.clusters.trip.least", equalTo(4))
                .body("policy.clusters.trip.within", equalTo("PT6H"))
                .body("policy.clusters.checkpoint.least", equalTo(3))
                .body("policy.devices.silence", equalTo("PT10S"))
                .body("policy.devices.drift", equalTo(0.8f))
                .body("policy.devices.ownDrift", equalTo(1.5f));
    }

    @Test
    void what_is_said_of_neither_is_as_in_the_default() {
        ObjectNode sent = policy(ahead());
        put(sent, "policy/clusters", null);
        put(sent, "policy/devices", null);

        JsonNode adopted = as("auditor").get(adopted(sent)).as(JsonNode.class);

        JsonNode byDefault = as("auditor").get("/v1/policies/default-2").as(JsonNode.class);
        assertThat(adopted.get("policy")).isEqualTo(byDefault.get("policy"));
    }

    private static String adopted(ObjectNode policy) {
        String location = as("admin")
                .body(policy.toString())
                .post("/v1/policies")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    @Test
    void two_policies_cannot_come_into_force_at_the_same_moment() {
        Instant from = ahead();
        as("admin").body(policy(from).toString()).post("/v1/policies").then().statusCode(201);

        as("admin")
                .body(policy(from).toString())
                .post("/v1/policies")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:feverline:problem:policy-moment-taken"));
    }

    @ParameterizedTest
    @CsvSource({
        "rules/forehead/threshold, 34.9",
        "rules/forehead/threshold, 42.1",
        "rules/forehead/threshold, 37.3001",
        "rules/forehead/threshold, hot",
        "rules/ear/skinOffset, 5.1",
        "rules/ear/skinOffset, -0.1",
        "rules/ear/coldUnder, 19.9",
        "rules/ear/coldRoomUnder, 41",
        "rules/ear/operator, over",
        "rules/ear,",
        "grades/moderateAbove, 34.9",
        "grades/highFrom, 42.1",
        "grades/highFrom, 38.0",
        "recheckWindow, PT0.9S",
        "recheckWindow, PT12H1S",
        "recheckWindow, half an hour",
        "clusters/trip,",
        "clusters/checkpoint/least, 1",
        "clusters/checkpoint/least, 1001",
        "clusters/checkpoint/least, 2.5",
        "clusters/origin/within, PT59.999S",
        "clusters/origin/within, PT168H0.001S",
        "devices/silence, PT9.999S",
        "devices/silence, PT24H1S",
        "devices/silence,",
        "devices/usualPauses, 0",
        "devices/bootGrace, PT-1S",
        "devices/sameReadings, 1",
        "devices/medianOf, 1001",
        "devices/deviationOf, 1",
        "devices/deviation, 0.009",
        "devices/drift, 5.001",
        "devices/ownDrift, 0.099",
        "devices/missing, 0",
        "devices/missingFor, PT169H",
        "devices/clock, PT0.999S",
    })
    void what_cannot_be_taken_is_named(String member, @Nullable String value) {
        ObjectNode sent = policy(ahead());
        put(sent, "policy/" + member, value);

        as("admin")
                .body(sent.toString())
                .post("/v1/policies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(member));
    }

    @Test
    void a_policy_comes_into_force_later_or_not_at_all() {
        as("admin")
                .body(policy(Instant.now().plusSeconds(30)).toString())
                .post("/v1/policies")
                .then()
                .statusCode(400)
                .body("detail", containsString("effectiveFrom"));
    }

    @Test
    void a_policy_without_a_reason_is_not_adopted() {
        ObjectNode sent = policy(ahead());
        sent.put("reason", " ");

        as("admin")
                .body(sent.toString())
                .post("/v1/policies")
                .then()
                .statusCode(400)
                .body("detail", containsString("reason"));
    }

    @Test
    void a_version_that_is_not_there_is_not_found() {
        as("admin").get("/v1/policies/county-0").then().statusCode(404);
    }

    private static void put(ObjectNode document, String path, @Nullable String value) {
        JsonPointer place = JsonPointer.compile("/" + path);
        ObjectNode holder = (ObjectNode) document.at(place.head());
        String name = place.last().getMatchingProperty();
        if (value == null) {
            holder.remove(name);
        } else {
            holder.put(name, value);
        }
    }

    /** The default's rules, in force from a moment on. */
    private static ObjectNode policy(Instant from) {
        return new ObjectMapper()
                .createObjectNode()
                .put("effectiveFrom", from.toString())
                .put("reason", WHY)
                .set(
                        "policy",
                        as("admin")
                                .get("/v1/policies/default-2")
                                .as(JsonNode.class)
                                .get("policy"));
    }

    /** A moment that no other test takes. */
    private static Instant ahead() {
        return Instant.now()
                .plus(Duration.ofDays(1))
                .plusMillis(Integer.toUnsignedLong(UUID.randomUUID().hashCode()))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role, "360322")).contentType(ContentType.JSON);
    }
}
