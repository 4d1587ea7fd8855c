package io.feverline.benchmarks.board;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Alerts that nobody has acknowledged, and checkpoints, as alert-service writes them. */
final class FullCounty {
    private static final String CHECKPOINTS = """
            INSERT INTO checkpoint (id, name, area_code, latitude, longitude, version)
            SELECT 'board-' || n, '第' || n || '检测点', '360322' || lpad((100 + n %% 10)::text, 3, '0'),
                27.7 + (n %% 25) * 0.014, 113.7 + (n / 25) * 0.021, 0
            FROM generate_series(1, %d) n""";
    private static final String STATUSES = """
            INSERT INTO checkpoint_status (checkpoint_id, area_code, told_at, last_reading_at, last_five_minutes,
                last_quarter_hour, last_hour, fevers_of_last_hour, devices)
            SELECT id, area_code, now(), now(), 20, 60, 240, 3, jsonb_build_array(
                jsonb_build_object('deviceId', id || '-a', 'lastHeardAt', now(), 'findings', '[]'::jsonb),
                jsonb_build_object('deviceId', id || '-b', 'lastHeardAt', now(), 'findings', '["clock"]'::jsonb))
            FROM checkpoint WHERE starts_with(id, 'board-')""";
    private static final String ALERTS = """
            INSERT INTO alert (id, episode_id, state, episode_state, historic, severity, checkpoint_id, area_code, device_id,
                reading_id, site, temperature, threshold, policy_version, measured_at, received_at, opened_at, readings,
                unclustered)
            SELECT gen_random_uuid(), gen_random_uuid(), 'open', 'suspected', false,
                (ARRAY['low', 'moderate', 'high', 'critical'])[1 + n %% 4], 'board-' || 1 + n %% 500,
                '360322' || lpad((100 + n %% 10)::text, 3, '0'), 'board-' || 1 + n %% 500 || '-a', gen_random_uuid(),
                'forehead', 38200, 37300, 'default-2', t, t, t, 1, false
            FROM generate_series(1, %d) n, LATERAL (SELECT now() - n * interval '2 seconds' AS t) moment""";

    private FullCounty() {}

    static void fill(LocalSystem system, int alerts, int checkpoints) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        system.jdbcUrl(Database.ALERT), Postgres.USER, system.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute(CHECKPOINTS.formatted(checkpoints));
            statement.execute(STATUSES);
            statement.execute(ALERTS.formatted(alerts));
            statement.execute("ANALYZE");
        }
    }
}
