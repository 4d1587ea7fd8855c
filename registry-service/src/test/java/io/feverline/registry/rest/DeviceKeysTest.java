package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.feverline.registry.Persona;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.device.DeviceKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class DeviceKeysTest {
    private final String device = "gate-" + UUID.randomUUID();
    private String first = "";

    @BeforeEach
    void a_device_is_registered() {
        Persona.ADMIN
                .request()
                .contentType("text/csv; charset=UTF-8")
                .body("code,level,name,parent\n360000,province,江西省,\n369800,city,某市,360000\n")
                .post("/v1/areas/import")
                .then()
                .statusCode(200);
        Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"name\":\"x\",\"kind\":\"corridor\",\"areaCode\":\"369800\"}".formatted(device))
                .post("/v1/checkpoints")
                .then()
                .statusCode(201);
        first = Persona.ADMIN
                .request()
                .body("{\"id\":\"%s\",\"checkpointId\":\"%s\"}".formatted(device, device))
                .post("/v1/devices")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void another_key_is_shown_once_and_both_are_live() {
        String second = addKey().statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("key", matchesPattern("flk_[A-Za-z0-9_-]{43}"))
                .extract()
                .path("key");

        Persona.ADMIN
                .request()
                .get("/v1/devices/" + device)
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("version", equalTo(1))
                .body("keys", hasSize(2))
                .body("keys.fingerprint", hasItem(fingerprint(first)))
                .body("keys.fingerprint", hasItem(fingerprint(second)))
                .body("keys[0].drawnAt", notNullValue());
    }

    @Test
    void a_third_key_is_refused() {
        addKey().statusCode(201);

        addKey().statusCode(409).body("type", equalTo("urn:feverline:problem:too-many-keys"));
    }

    @Test
    void no_more_than_two_are_live_however_many_ask_at_once() {
        List<CompletableFuture<Integer>> answers = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> addKey().extract().statusCode()))
                .limit(4)
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void one_key_is_revoked_and_the_other_stays() {
        String second = addKey().statusCode(201).extract().path("key");

        revoke(fingerprint(first))
                .statusCode(200)
                .body("revoked", equalTo(false))
                .body("keys.fingerprint", equalTo(List.of(fingerprint(second))));

        revoke(fingerprint(first)).statusCode(404);
        addKey().statusCode(201);
    }

    @Test
    void a_device_without_its_last_key_is_revoked() {
        revoke(fingerprint(first))
                .statusCode(200)
                .body("revoked", equalTo(true))
                .body("keys", hasSize(0));
    }

    @Test
    void revoking_a_device_takes_all_its_keys() {
        addKey().statusCode(201);

        Persona.ADMIN
                .request()
                .post("/v1/devices/" + device + "/revoke")
                .then()
                .statusCode(200)
                .body("keys", hasSize(0));
    }

    @Test
    void a_list_shows_the_keys_of_each_device_by_fingerprint() {
        addKey().statusCode(201);

        Persona.ADMIN
                .request()
                .get("/v1/devices?limit=500")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.keys".formatted(device), hasSize(2))
                .body("items.findAll { it.key != null }", hasSize(0));
    }

    @Test
    void only_an_admin_of_the_area_draws_and_revokes_keys() {
        for (var other : List.of(Persona.COUNTY_OFFICIAL, Persona.DUTY_OFFICER, Persona.GRID_WORKER, Persona.AUDITOR)) {
            addKey(other).statusCode(403);
            revoke(other, fingerprint(first)).statusCode(403);
        }
        addKey(Persona.COUNTY_ADMIN).statusCode(404);
        revoke(Persona.COUNTY_ADMIN, fingerprint(first)).statusCode(404);
    }

    private ValidatableResponse addKey() {
        return addKey(Persona.ADMIN);
    }

    private ValidatableResponse addKey(Persona who) {
        return who.request().post("/v1/devices/" + device + "/keys").then();
    }

    private ValidatableResponse revoke(String fingerprint) {
        return revoke(Persona.ADMIN, fingerprint);
    }

    private ValidatableResponse revoke(Persona who, String fingerprint) {
        return who.request()
                .delete("/v1/devices/" + device + "/keys/" + fingerprint)
                .then();
    }

    private static String fingerprint(String key) {
        return HexFormat.of().formatHex(new DeviceKey(key).hash()).substring(0, 8);
    }
}
