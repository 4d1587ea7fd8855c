package io.feverline.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.ingest.device.Device;
import io.feverline.ingest.device.DeviceDirectory;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/** A registered device and what it sends. */
public record TestDevice(String id, String checkpoint) {
    /** Its live key. */
    public String key() {
        return "flk_of-" + id;
    }

    /** Makes it known, with this offset in m°C. */
    public TestDevice registeredIn(DeviceDirectory directory, int offset) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key().getBytes(UTF_8));
            directory.put(new Device(
                    new Origin(id, checkpoint, "360322101", Site.INNER_CANTHUS, Mode.SURFACE, offset),
                    Set.of(ByteBuffer.wrap(hash))));
            return this;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request under its key. */
    public RequestSpecification asks() {
        return given().contentType("application/json").header("Authorization", "Bearer " + key());
    }
}
