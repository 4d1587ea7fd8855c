package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.feverline.registry.Database;
import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes reference data changes what they have seen. */
@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ReferenceChangeTest {
    private static final String SEEN = "\"0\"";

    @Inject
    Database database;

    private final String gate = "gate-" + UUID.randomUUID();

    @BeforeEach
    void a_gate_stands_at_a_checkpoint_of_its_name() {
        Persona.ADMIN
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body("""
                        code,level,name,parent
                        360000,province,江西省,
                        360300,city,萍乡市,360000
                        360321,county,莲花县,360300
                        360322,county,上栗县,360300
                        360322101,town,上栗镇,360322
                        """)
                .post("/v1/areas/import")
                .then()
                .statusCode(200);
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"北\",\"kind\":\"corridor\",\"areaCode\":\"360322\"}".formatted(gate))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201)
                .header("ETag", SEEN);
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"checkpointId\":\"%s\",\"calibrationDue\":\"2026-12-31\"}".formatted(gate, gate))
                .post("/v1/devices")
                .then()
                .statusCode(201)
                .header("ETag", SEEN);
    }

    // Checkpoints.

    @Test
    void a_checkpoint_is_changed() {
        putCheckpoint(Persona.COUNTY_ADMIN, SEEN, "360322101")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("南"))
                .body("kind", equalTo("venue"))
                .body("areaCode", equalTo("360322101"))
                .body("version", equalTo(1));

        Persona.GRID_WORKER
                .request()
                .get("/v1/checkpoints/" + gate)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("南"));
    }

    @Test
    void a_change_is_on_record() {
        putCheckpoint(Persona.COUNTY_ADMIN, SEEN, "360322101").statusCode(200);

        Persona.AUDITOR
                .request()
                .get("/v1/audit?act=checkpoint.change&subject=" + gate)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void what_somebody_has_changed_since_is_not_changed() {
        putCheckpoint(Persona.COUNTY_ADMIN, SEEN, "360322101").statusCode(200);

        putCheckpoint(Persona.ADMIN, SEEN, "360322")
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", "\"1\"")
                .body("type", equalTo("urn:feverline:problem:changed"));
    }

    @Test
    void who_has_not_looked_is_asked_to() {
        putCheckpoint(Persona.ADMIN, null, "360322")
                .statusCode(428)
                .body("type", equalTo("urn:feverline:problem:if-match-needed"));
    }

    @Test
    void whatever_there_is_can_be_overwritten_on_purpose() {
        putCheckpoint(Persona.ADMIN, SEEN, "360322101").statusCode(200);

        putCheckpoint(Persona.ADMIN, "*", "360322").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void the_same_again_is_no_change() {
        putCheckpoint(Persona.ADMIN, SEEN, "360322101").statusCode(200);

        putCheckpoint(Persona.ADMIN, "\"1\"", "360322101").statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void of_several_who_change_at_once_one_does() {
        List<CompletableFuture<Integer>> changes = IntStream.range(0, 6)
                .mapToObj(i -> checkpointChange(Persona.ADMIN, "360322101").header("If-Match", SEEN))
                .map(request -> CompletableFuture.supplyAsync(
                        () -> request.put("/v1/checkpoints/" + gate).statusCode()))
                .toList();

        assertThat(changes.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
    }

    @Test
    void a_checkpoint_moves_within_the_area_of_whoever_moves_it() {
        putCheckpoint(Persona.COUNTY_ADMIN, SEEN, "360321")
                .statusCode(403)
                .body("type", equalTo("urn:feverline:problem:area-outside"));
        putCheckpoint(Persona.ADMIN, SEEN, "360399")
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:unknown-area"));
        putCheckpoint(Persona.ADMIN, SEEN, "360321").statusCode(200);

        putCheckpoint(Persona.COUNTY_ADMIN, "*", "360322").statusCode(404);
    }

    @Test
    void a_checkpoint_is_changed_to_what_one_could_be_registered_as() {
        Persona.ADMIN
                .request()
                .header("If-Match", SEEN)
                .body("{\"name\":\" \",\"kind\":\"ship\",\"areaCode\":\"36\"}")
                .put("/v1/checkpoints/" + gate)
                .then()
                .statusCode(400)
                .body("violations", hasSize(3));
    }

    @Test
    void devices_count_up_with_the_area_of_their_checkpoint() {
        putCheckpoint(Persona.ADMIN, SEEN, "360321").statusCode(200);

        device().header("ETag", "\"1\"").body("keys", hasSize(1));
    }

    // Devices.

    @Test
    void a_device_is_moved_and_keeps_its_key_and_its_calibration() {
        String other = "other-" + UUID.randomUUID();
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"东\",\"kind\":\"bus\",\"areaCode\":\"360322101\"}".formatted(other))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);

        putDevice(Persona.COUNTY_ADMIN, SEEN, other)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("checkpointId", equalTo(other))
                .body("site", equalTo("wrist"))
                .body("offset", equalTo(0.25f))
                .body("calibrationDue", equalTo("2026-12-31"))
                .body("keys", hasSize(1))
                .body("keys[0].drawnAt", notNullValue());
        device().header("ETag", "\"1\"").body("mode", equalTo("surface"));
    }

    @Test
    void a_device_moves_to_a_checkpoint_that_there_is() {
        putDevice(Persona.ADMIN, SEEN, "no-such-checkpoint")
                .statusCode(400)
                .body("type", equalTo("urn:feverline:problem:unknown-checkpoint"));
    }

    @Test
    void a_device_is_changed_as_it_was_seen() {
        putDevice(Persona.ADMIN, null, gate).statusCode(428);
        putDevice(Persona.ADMIN, SEEN, gate).statusCode(200);

        putDevice(Persona.ADMIN, SEEN, gate).statusCode(412).header("ETag", "\"1\"");
    }

    @Test
    void a_calibration_is_noted_of_a_device_as_it_was_seen() {
        calibrate(null).statusCode(428);
        calibrate(SEEN).statusCode(200).header("ETag", "\"1\"");

        calibrate(SEEN).statusCode(412).header("ETag", "\"1\"");
    }

    @Test
    void a_key_is_added_whatever_was_seen_unless_the_caller_says_so() {
        addKey("\"7\"").statusCode(412);

        addKey(null).statusCode(201).header("ETag", "\"1\"");
    }

    @Test
    void a_revocation_never_fails_for_what_somebody_has_changed() {
        String fingerprint = device().extract().path("keys[0].fingerprint");
        addKey(SEEN).statusCode(201);

        Persona.ADMIN
                .request()
                .header("If-Match", SEEN)
                .delete("/v1/devices/" + gate + "/keys/" + fingerprint)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        Persona.ADMIN
                .request()
                .header("If-Match", SEEN)
                .post("/v1/devices/" + gate + "/revoke")
                .then()
                .statusCode(200)
                .body("revoked", equalTo(true));
    }

    // Key regions and areas.

    @Test
    void a_key_region_ends_as_it_was_seen() {
        Persona.COUNTY_OFFICIAL
                .request()
                .body(Map.of(
                        "id", gate,
                        "name", "湖北省",
                        "areaPrefix", "42",
                        "validFrom", "2020-01-23T10:00:00+08:00",
                        "legalBasis", "县指挥部第 3 号令"))
                .post("/v1/key-regions")
                .then()
                .statusCode(201)
                .header("ETag", SEEN);

        end(null).statusCode(428);
        end(SEEN).statusCode(200).header("ETag", "\"1\"");
        end(SEEN).statusCode(412).header("ETag", "\"1\"");
    }

    @Test
    void an_area_says_of_which_version_it_is() {
        long version = database.count("SELECT version FROM area WHERE code = '360322'");

        Persona.GRID_WORKER
                .request()
                .get("/v1/areas/360322")
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"");
    }

    private ValidatableResponse putCheckpoint(Persona who, @Nullable String ifMatch, String area) {
        var request = checkpointChange(who, area);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/checkpoints/" + gate)
                .then();
    }

    private static RequestSpecification checkpointChange(Persona who, String area) {
        return who.request().body("{\"name\":\"南\",\"kind\":\"venue\",\"areaCode\":\"%s\"}".formatted(area));
    }

    private ValidatableResponse putDevice(Persona who, @Nullable String ifMatch, String checkpoint) {
        var request = who.request()
                .body("{\"checkpointId\":\"%s\",\"site\":\"wrist\",\"mode\":\"surface\",\"offset\":0.25}"
                        .formatted(checkpoint));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/devices/" + gate)
                .then();
    }

    private ValidatableResponse calibrate(@Nullable String ifMatch) {
        var request = Persona.ADMIN.request().body("{\"due\":\"2027-12-31\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/devices/" + gate + "/calibration")
                .then();
    }

    private ValidatableResponse addKey(@Nullable String ifMatch) {
        var request = Persona.ADMIN.request();
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/v1/devices/" + gate + "/keys")
                .then();
    }

    private ValidatableResponse end(@Nullable String ifMatch) {
        var request = Persona.COUNTY_OFFICIAL
                .request()
                .body(Map.of("validTo", Instant.now().plus(Duration.ofDays(1)).toString()));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/v1/key-regions/" + gate + "/end")
                .then();
    }

    private ValidatableResponse device() {
        return Persona.ADMIN.request().get("/v1/devices/" + gate).then().statusCode(200);
    }
}
