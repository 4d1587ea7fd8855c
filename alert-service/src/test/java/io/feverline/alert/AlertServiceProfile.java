package io.feverline.alert;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service over a real PostgreSQL, without Kafka: tests hand changes to the writer. */
public class AlertServiceProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", "0"),
                Map.entry("feverline.alert.detection.enabled", "false"),
                Map.entry("quarkus.kafka-streams.health.enabled", "false"),
                Map.entry("quarkus.scheduler.enabled", "false"),
                Map.entry("feverline.alert.notify.enabled", "false"),
                Map.entry("feverline.alert.stream.heartbeat", "PT0.3S"),
                Map.entry("feverline.alert.stream.recent", "4"),
                Map.entry("feverline.alert.stream.page", "3"),
                Map.entry("mp.messaging.incoming.alerts.enabled", "false"),
                Map.entry("mp.messaging.incoming.device-health.enabled", "false"),
                Map.entry("mp.messaging.incoming.checkpoint-status.enabled", "false"),
                Map.entry("mp.messaging.incoming.checkpoints.enabled", "false"),
                Map.entry("mp.messaging.outgoing.dead-letters.connector", "smallrye-in-memory"),
                Map.entry("quarkus.oidc.public-key", Tokens.publicKey()),
                Map.entry("quarkus.oidc.pages.tenant-enabled", "false"),
                Map.entry("quarkus.oidc.pages.auth-server-url", "http://localhost:1"),
                Map.entry("mp.messaging.outgoing.policies.connector", "smallrye-in-memory"),
                Map.entry("mp.messaging.outgoing.replays.connector", "smallrye-in-memory"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PostgresResource.class));
    }
}
