package io.feverline.benchmarks.alert;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import io.feverline.local.infra.Postgres;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.HdrHistogram.Histogram;

/** How soon the first page of the list comes when there are many alerts. */
final class LongList {
    private static final int WARM_UP = 3_000;
    private static final int REQUESTS = 3_000;

    /** As alert-service writes them, over the county's towns and a year; those that are there already count. */
    private static final String FILL = """
            INSERT INTO alert (id, episode_id, state, episode_state, historic, checkpoint_id, area_code, device_id, reading_id,
                site, temperature, threshold, policy_version, measured_at, received_at, opened_at, readings, unclustered)
            SELECT gen_random_uuid(), gen_random_uuid(), 'closed', 'confirmed', false, 'long-list-' || n % 500,
                '360322' || lpad((n % 40)::text, 3, '0'), 'long-list', gen_random_uuid(), 'forehead', 38200, 37300,
                'default-2', t, t, t, 2, false
            FROM generate_series(1 + (SELECT count(*) FROM alert), ?) n,
                LATERAL (SELECT now() - interval '1 year' + n * interval '30 seconds' AS t) moment""";

    private final LocalSystem system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LongList(LocalSystem system) {
        this.system = system;
    }

    /** Answer times in µs of the first page, one request after the other, when there are so many alerts. */
    Histogram firstPage(int alerts) throws IOException, InterruptedException, SQLException {
        fill(alerts);
        request(WARM_UP);
        return request(REQUESTS);
    }

    private void fill(int alerts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        system.jdbcUrl(Database.ALERT), Postgres.USER, system.databasePassword());
                PreparedStatement fill = connection.prepareStatement(FILL);
                Statement statement = connection.createStatement()) {
            fill.setInt(1, alerts);
            fill.execute();
            // What autovacuum would do within minutes.
            statement.execute("VACUUM ANALYZE alert");
            statement.execute("CHECKPOINT");
        }
    }

    private Histogram request(int times) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        system.url(Service.ALERT_SERVICE).resolve("/v1/alerts"))
                .header("Authorization", "Bearer " + system.token(Persona.DUTY_OFFICER))
                .build();
        var micros = new Histogram(3);
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            micros.recordValue((System.nanoTime() - begin) / 1000);
            if (answer.statusCode() != 200) {
                throw new IOException("the list of alerts answered " + answer.statusCode());
            }
        }
        return micros;
    }
}
