package io.feverline.ingest.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.ingest.Gateway;
import io.feverline.ingest.TestDevice;
import io.feverline.ingest.TrustingProfile;
import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker that lets each client certificate publish to its own topics only, and is said to. */
@QuarkusTest
@TestProfile(TrustingProfile.class)
class BrokerVouchesTest {
    @Inject
    MqttIntake intake;

    @Inject
    DeviceDirectory directory;

    @BeforeEach
    void register() {
        new TestDevice("vouched", "exit-1").registeredIn(directory, 0);
    }

    private int status(String deviceId, @Nullable String key) {
        var message = new Message(
                "feverline/v1/devices/" + deviceId + "/readings",
                ByteBuffer.wrap(Gateway.reading(UUID.randomUUID()).getBytes(UTF_8)),
                null,
                null,
                key,
                null);
        return intake.take(message, false).toCompletableFuture().join().status();
    }

    @Test
    void the_topics_device_needs_no_key() {
        assertThat(status("vouched", null)).isEqualTo(202);
    }

    @Test
    void a_wrong_key_is_not_made_good_by_the_broker() {
        assertThat(status("vouched", "flk_wrong")).isEqualTo(401);
    }

    @Test
    void nobody_vouches_for_a_device_that_is_not_registered() {
        assertThat(status("unregistered", null)).isEqualTo(401);
    }

    @Test
    void a_device_whose_keys_are_withdrawn_is_locked_out() {
        directory.put(new Device(directory.withId("vouched").orElseThrow().origin(), Set.of()));

        assertThat(status("vouched", null)).isEqualTo(401);
    }
}
