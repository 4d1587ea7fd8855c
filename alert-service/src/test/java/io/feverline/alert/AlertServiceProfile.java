package io.feverline.alert;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service over a real PostgreSQL, without Kafka: tests hand changes to the writer. */
public class AlertServiceProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port", "0",
                "feverline.alert.detection.enabled", "false",
                "quarkus.kafka-streams.health.enabled", "false",
                "feverline.alert.stream.heartbeat", "PT0.3S",
                "feverline.alert.stream.recent", "4",
                "feverline.alert.stream.page", "3",
                "mp.messaging.incoming.alerts.enabled", "false",
                "mp.messaging.outgoing.dead-letters.connector", "smallrye-in-memory",
                "quarkus.oidc.public-key", Tokens.publicKey());
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PostgresResource.class));
    }
}
