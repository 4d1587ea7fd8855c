package io.feverline.ingest.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeviceDirectoryTest {
    private final DeviceDirectory directory = new DeviceDirectory();

    @Test
    void a_live_key_finds_its_device() {
        directory.put(device("a", "key-1"));
        assertThat(directory.withKey("key-1")).contains(device("a", "key-1"));
    }

    @Test
    void an_unknown_key_finds_nothing() {
        directory.put(device("a", "key-1"));
        assertThat(directory.withKey("key-2")).isEmpty();
    }

    @Test
    void both_keys_of_a_rotation_are_live() {
        directory.put(device("a", "old", "new"));
        assertThat(directory.withKey("old")).isEqualTo(directory.withKey("new")).isPresent();
    }

    @Test
    void a_key_that_is_rotated_out_finds_nothing() {
        directory.put(device("a", "old", "new"));
        directory.put(device("a", "new"));
        assertThat(directory.withKey("old")).isEmpty();
    }

    @Test
    void a_revoked_device_has_no_key() {
        directory.put(device("a", "key-1"));
        directory.put(device("a"));
        assertThat(directory.withKey("key-1")).isEmpty();
    }

    @Test
    void a_removed_device_has_no_key() {
        directory.put(device("a", "key-1"));
        directory.remove("a");
        assertThat(directory.withKey("key-1")).isEmpty();
    }

    @Test
    void a_device_is_found_by_its_id_as_long_as_it_has_a_key() {
        directory.put(device("a", "key-1"));
        assertThat(directory.withId("a")).contains(device("a", "key-1"));
        directory.put(device("a"));
        assertThat(directory.withId("a")).isEmpty();
    }

    private static Device device(String id, String... keys) {
        return new Device(
                new Origin(id, "gate-1", "360322101", Site.FOREHEAD, Mode.BODY, 0),
                Arrays.stream(keys).map(DeviceDirectoryTest::sha256).collect(Collectors.toSet()));
    }

    private static ByteBuffer sha256(String key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
