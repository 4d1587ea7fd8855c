package io.feverline.alert.postgres;

import io.feverline.alert.lifecycle.ReadingTakenIn;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.lifecycle.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Writes what detection told: a batch in one transaction, each table in one statement. A reading that is stored already
 * changes nothing. Writers of all instances take turns by an advisory lock, so that sequence numbers are committed in
 * their order and a reader of the newest number has missed none before it.
 */
@ApplicationScoped
public class AlertWriter {
    private static final String TAKE_TURNS = "SELECT pg_advisory_xact_lock(hashtext('feverline.alert_change'))";

    private static final String INCOMING = """
            WITH incoming AS (
                SELECT i.*
                FROM ROWS FROM (jsonb_to_recordset($1) AS (
                    "episodeId" uuid, "alertId" uuid, "state" text, "historic" boolean, "openedAt" timestamptz,
                    "readingId" uuid, "verdict" text, "temperature" integer, "threshold" integer,
                    "policyVersion" text, "site" text, "deviceId" text, "checkpointId" text, "areaCode" text,
                    "measuredAt" timestamptz, "receivedAt" timestamptz)) WITH ORDINALITY AS i (
                    episode_id, alert_id, state, historic, opened_at,
                    reading_id, verdict, temperature, threshold,
                    policy_version, site, device_id, checkpoint_id, area_code,
                    measured_at, received_at, n)
            )""";

    private static final String RAISE = INCOMING + """
            INSERT INTO alert (id, episode_id, episode_state, historic, checkpoint_id, area_code, device_id,
                reading_id, site, temperature, threshold, policy_version, measured_at, received_at, opened_at)
            SELECT DISTINCT ON (episode_id) alert_id, episode_id, state, historic, checkpoint_id, area_code, device_id,
                reading_id, site, temperature, threshold, policy_version, measured_at, received_at, opened_at
            FROM incoming i
            WHERE NOT EXISTS (SELECT FROM episode_reading r WHERE r.reading_id = i.reading_id)
            ORDER BY episode_id, n
            ON CONFLICT (episode_id) DO NOTHING""";

    private static final String TAKE_IN = INCOMING + """
            , taken AS (
                INSERT INTO episode_reading (reading_id, alert_id, verdict, temperature, threshold, policy_version,
                    site, device_id, checkpoint_id, area_code, measured_at, received_at)
                SELECT DISTINCT ON (reading_id) reading_id, alert_id, verdict, temperature, threshold, policy_version,
                    site, device_id, checkpoint_id, area_code, measured_at, received_at
                FROM incoming
                ORDER BY reading_id, n
                ON CONFLICT (reading_id) DO NOTHING
                RETURNING reading_id
            ), fresh AS (
                SELECT DISTINCT ON (reading_id) incoming.* FROM incoming JOIN taken USING (reading_id)
                ORDER BY reading_id, n
            ), change AS (
                SELECT f.*, a.readings + row_number() OVER (PARTITION BY f.alert_id ORDER BY f.n) AS readings
                FROM fresh f JOIN alert a ON a.id = f.alert_id
            ), newest AS (
                SELECT DISTINCT ON (alert_id) * FROM change ORDER BY alert_id, n DESC
            ), updated AS (
                UPDATE alert a SET episode_state = c.state, historic = c.historic, readings = c.readings
                FROM newest c WHERE a.id = c.alert_id
            ), told AS (
                INSERT INTO alert_change (alert_id, reading_id, episode_state, historic, readings)
                SELECT alert_id, reading_id, state, historic, readings FROM change ORDER BY n
                RETURNING seq, reading_id
            )
            SELECT reading_id, pg_notify('alert_change', '') FROM told""";

    private final Pool pool;

    AlertWriter(Pool pool) {
        this.pool = pool;
    }

    /**
     * Stores a batch, in its order.
     *
     * @return those that were not stored before; all of them are committed
     */
    public Uni<List<ReadingTakenIn>> store(List<ReadingTakenIn> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Tuple json = Tuple.of(toJson(batch));
        return pool.withTransaction(connection -> connection
                        .query(TAKE_TURNS)
                        .execute()
                        .chain(() -> run(connection, RAISE, json))
                        .chain(() -> run(connection, TAKE_IN, json)))
                .map(rows -> fresh(batch, rows));
    }

    private static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private static List<ReadingTakenIn> fresh(List<ReadingTakenIn> batch, RowSet<Row> rows) {
        Set<UUID> stored = new HashSet<>();
        rows.forEach(row -> stored.add(row.getUUID("reading_id")));
        List<ReadingTakenIn> fresh = new ArrayList<>(stored.size());
        for (ReadingTakenIn change : batch) {
            if (stored.remove(change.reading().id())) {
                fresh.add(change);
            }
        }
        return fresh;
    }

    private static JsonArray toJson(List<ReadingTakenIn> batch) {
        var array = new JsonArray();
        batch.forEach(change -> array.add(toJson(change)));
        return array;
    }

    private static JsonObject toJson(ReadingTakenIn change) {
        TakenReading reading = change.reading();
        return new JsonObject()
                .put("episodeId", change.episodeId().toString())
                .put("alertId", change.alertId().toString())
                .put("state", Words.of(change.state()))
                .put("historic", change.historic())
                .put("openedAt", change.openedAt().toString())
                .put("readingId", reading.id().toString())
                .put("verdict", Words.of(reading.verdict()))
                .put("temperature", reading.temperature())
                .put("threshold", reading.threshold())
                .put("policyVersion", reading.policyVersion())
                .put("site", reading.site().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("deviceId", reading.deviceId())
                .put("checkpointId", reading.checkpointId())
                .put("areaCode", reading.areaCode())
                .put("measuredAt", reading.measuredAt().toString())
                .put("receivedAt", reading.receivedAt().toString());
    }
}
