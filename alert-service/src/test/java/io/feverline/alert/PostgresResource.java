package io.feverline.alert;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An empty PostgreSQL for the length of a test run. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            postgres = started;
            String address = "postgresql://localhost:" + started.getPort() + "/postgres";
            return Map.of(
                    "quarkus.datasource.reactive.url",
                    address,
                    "quarkus.datasource.jdbc.url",
                    "jdbc:" + address,
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
