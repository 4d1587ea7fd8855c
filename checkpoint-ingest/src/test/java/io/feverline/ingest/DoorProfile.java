package io.feverline.ingest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Map;

/** The door over HTTP with fresh keys and without Kafka: what it publishes, {@link RecordedPublisher} keeps. */
public class DoorProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var keys = TestKeys.drawnIn(Files.createTempDirectory("door-keys"));
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "feverline.ingest.batch-items", "3",
                    "feverline.quota.device-burst", "30",
                    "feverline.quota.device-per-second", "1",
                    "feverline.identity.token-keyset", keys.tokenKeyset().toString(),
                    "feverline.identity.public-keyset", keys.publicKeyset().toString(),
                    "mp.messaging.outgoing.readings-live.connector", "smallrye-in-memory",
                    "mp.messaging.outgoing.readings-late.connector", "smallrye-in-memory",
                    "mp.messaging.outgoing.heartbeats.connector", "smallrye-in-memory");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
