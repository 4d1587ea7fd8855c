package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key that is taken away opens the door no longer; one that is replaced leaves no gap. */
@ExtendWith(SharedSystem.class)
class RevocationIT {
    private static final Duration EFFECTIVE = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private Api api;
    private Api.Gate gate;

    @BeforeEach
    void registerAGate(LocalSystem running) {
        api = new Api(running);
        gate = api.newDevice(api.newCheckpoint("吊销演练"));
    }

    @Test
    void a_revoked_device_is_refused_within_two_seconds_and_from_then_on() {
        assertThat(answerTo(gate.key())).isEqualTo(202);

        admin().post("/v1/devices/" + gate.deviceId() + "/revoke").then().statusCode(200);

        soon().until(() -> answerTo(gate.key()) == 401);
        await().during(A_WHILE).until(() -> answerTo(gate.key()) == 401);
    }

    @Test
    void two_keys_open_the_door_while_one_replaces_the_other() {
        String second = secondKey();

        soon().until(() -> answerTo(second) == 202);
        assertThat(answerTo(gate.key())).isEqualTo(202);
    }

    @Test
    void the_replaced_key_is_refused_within_two_seconds_and_the_other_is_let_in_all_the_while() {
        String firstFingerprint =
                admin().get("/v1/devices/" + gate.deviceId()).then().extract().path("keys[0].fingerprint");
        String second = secondKey();
        soon().until(() -> answerTo(second) == 202);

        admin().delete("/v1/devices/" + gate.deviceId() + "/keys/" + firstFingerprint)
                .then()
                .statusCode(200);

        soon().until(() -> {
            assertThat(answerTo(second)).isEqualTo(202);
            return answerTo(gate.key()) == 401;
        });
        await().during(A_WHILE).until(() -> answerTo(second) == 202);
    }

    private RequestSpecification admin() {
        return api.registry(Persona.ADMIN);
    }

    private String secondKey() {
        return admin().post("/v1/devices/" + gate.deviceId() + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /** Counted from the registry's answer. */
    private static ConditionFactory soon() {
        return await().atMost(EFFECTIVE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50));
    }

    private int answerTo(String key) {
        return api.gateway(key).body(Api.reading(36.6)).post("/v1/readings").statusCode();
    }
}
