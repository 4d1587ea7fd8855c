package io.feverline.alert.postgres;

import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * Writes what is found wrong with devices, and how checkpoints stand: a batch in one transaction, whatever its size
 * in the same few statements. What is known already changes nothing, and neither does an older status.
 */
@ApplicationScoped
public class DeviceHealthWriter {
    private static final String INCOMING = """
            WITH incoming AS (
                SELECT DISTINCT ON (id) * FROM jsonb_to_recordset($1) AS (
                    id uuid, device_id text, finding text, checkpoint_id text, area_code text, since timestamptz,
                    until timestamptz, seen bigint, held_against bigint, told_at timestamptz)
                ORDER BY id, until IS NULL
            )""";

    /**
     * That it ended was told, and the topic has forgotten it, as it keeps the last word alone; or nobody could tell.
     */
    private static final String SUPERSEDE = INCOMING + """
            UPDATE device_alert a SET until = i.since,
                state = CASE a.state WHEN 'open' THEN 'closed' ELSE a.state END
            FROM (SELECT device_id, finding, max(since) AS since FROM incoming GROUP BY device_id, finding) i
            WHERE a.device_id = i.device_id AND a.finding = i.finding AND a.until IS NULL AND a.since < i.since
                AND NOT EXISTS (SELECT FROM incoming e WHERE e.id = a.id AND e.until IS NOT NULL)
            RETURNING a.id""";

    /**
     * What began at one time ends once, and whatever is found again begins at another. A calibration alone expires at the
     * same time whenever it is found, as when a revoked device has a key again: so an end is the last word on what was
     * told before it.
     */
    private static final String STORE = INCOMING + """
            INSERT INTO device_alert AS a (id, device_id, finding, checkpoint_id, area_code, since, until, seen,
                held_against, told_at, state)
            SELECT id, device_id, finding, checkpoint_id, area_code, since, until, seen, held_against, told_at,
                CASE WHEN until IS NULL THEN 'open' ELSE 'closed' END
            FROM incoming ORDER BY since
            ON CONFLICT (id) DO UPDATE SET until = excluded.until, told_at = excluded.told_at,
                state = CASE WHEN excluded.until IS NULL THEN 'open' WHEN a.state = 'open' THEN 'closed' ELSE a.state END
            WHERE CASE WHEN excluded.until IS NULL THEN a.until < excluded.told_at ELSE a.until IS NULL END
            RETURNING id""";

    /**
     * Whoever looks at an open alert that the device raised sees that its reading has become doubtful, or is no more.
     */
    static final String TELL = """
            WITH of_devices AS (
                INSERT INTO alert_change (device_alert_id, cause, state)
                SELECT id, 'device', state FROM device_alert WHERE id = ANY ($1) ORDER BY told_at, id
                RETURNING seq
            ), of_alerts AS (
                INSERT INTO alert_change (alert_id, cause, state, episode_state, historic, severity, readings)
                SELECT DISTINCT ON (a.id) a.id, 'device', a.state, a.episode_state, a.historic, a.severity, a.readings
                FROM device_alert d JOIN alert a ON a.device_id = d.device_id AND a.state = 'open'
                    AND a.measured_at >= d.since
                WHERE d.id = ANY ($1) AND $2 AND d.finding IN ('stuck', 'flat', 'drifting', 'calibration')
                RETURNING seq
            )
            SELECT pg_notify('alert_change', '') FROM (TABLE of_devices UNION ALL TABLE of_alerts) AS told""";

    private static final String STORE_STATUS = """
            INSERT INTO checkpoint_status AS s (checkpoint_id, area_code, told_at, last_reading_at, last_five_minutes,
                last_quarter_hour, last_hour, fevers_of_last_hour, devices)
            SELECT DISTINCT ON (checkpoint_id) checkpoint_id, area_code, told_at, last_reading_at, last_five_minutes,
                last_quarter_hour, last_hour, fevers_of_last_hour, devices
            FROM jsonb_to_recordset($1) AS (
                checkpoint_id text, area_code text, told_at timestamptz, last_reading_at timestamptz,
                last_five_minutes integer, last_quarter_hour integer, last_hour integer, fevers_of_last_hour integer,
                devices jsonb)
            ORDER BY checkpoint_id, told_at DESC
            ON CONFLICT (checkpoint_id) DO UPDATE SET area_code = excluded.area_code, told_at = excluded.told_at,
                last_reading_at = excluded.last_reading_at, last_five_minutes = excluded.last_five_minutes,
                last_quarter_hour = excluded.last_quarter_hour, last_hour = excluded.last_hour,
                fevers_of_last_hour = excluded.fevers_of_last_hour, devices = excluded.devices
            WHERE s.told_at < excluded.told_at""";

    /** A status counts up to the whole minute before it: the first of a quarter says how the one before it ended. */
    private static final String STORE_QUARTERS = """
            INSERT INTO checkpoint_quarter AS q (quarter, checkpoint_id, area_code, readings, told_at)
            SELECT DISTINCT ON (quarter, checkpoint_id) quarter, checkpoint_id, area_code, last_quarter_hour, told_at
            FROM (
                SELECT *, date_bin('15 min', date_trunc('minute', told_at) - interval '1 min', 'epoch') AS quarter
                FROM jsonb_to_recordset($1) AS (
                    checkpoint_id text, area_code text, told_at timestamptz, last_quarter_hour integer)) AS told
            ORDER BY quarter, checkpoint_id, told_at DESC
            ON CONFLICT (quarter, checkpoint_id) DO UPDATE SET area_code = excluded.area_code,
                readings = excluded.readings, told_at = excluded.told_at
            WHERE q.told_at < excluded.told_at""";

    private static final String FORGET_QUARTERS =
            "DELETE FROM checkpoint_quarter WHERE quarter < now() - interval '2 days'";

    private final Pool pool;

    DeviceHealthWriter(Pool pool) {
        this.pool = pool;
    }

    /** Stores what was told of devices, in its order; completes when it is committed. */
    public Uni<Void> store(List<HealthChange> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple json = Tuple.of(changes(batch));
        // One after the other at the database, without waiting here for each.
        return pool.withTransaction(connection -> Uni.combine()
                .all()
                .unis(
                        connection.query(AlertWriter.TAKE_TURNS).execute(),
                        connection.preparedQuery(SUPERSEDE).execute(json),
                        connection.preparedQuery(STORE).execute(json))
                .with((turn, superseded, stored) -> ids(superseded, stored))
                .chain(ids -> ids.length == 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(TELL)
                                .execute(Tuple.of(ids, true))
                                .replaceWithVoid()));
    }

    /** Stores how checkpoints stand; completes when it is committed. */
    public Uni<Void> storeStatus(List<CheckpointStatus> batch) {
        if (batch.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple json = Tuple.of(statuses(batch));
        return pool.withTransaction(connection -> Uni.combine()
                .all()
                .unis(
                        connection.preparedQuery(STORE_STATUS).execute(json),
                        connection.preparedQuery(STORE_QUARTERS).execute(json),
                        connection.query(FORGET_QUARTERS).execute())
                .discardItems());
    }

    private static JsonArray changes(List<HealthChange> batch) {
        var array = new JsonArray();
        for (HealthChange change : batch) {
            Instant until = change.until();
            array.add(new JsonObject()
                    .put("id", DeviceAlert.idOf(change).toString())
                    .put("device_id", change.deviceId())
                    .put("finding", Words.of(change.finding()))
                    .put("checkpoint_id", change.checkpointId())
                    .put("area_code", change.areaCode())
                    .put("since", change.since().toString())
                    .put("until", until == null ? null : until.toString())
                    .put("seen", change.value())
                    .put("held_against", change.limit())
                    .put("told_at", change.at().toString()));
        }
        return array;
    }

    private static JsonArray statuses(List<CheckpointStatus> batch) {
        var array = new JsonArray();
        for (CheckpointStatus status : batch) {
            Instant last = status.lastReadingAt();
            array.add(new JsonObject()
                    .put("checkpoint_id", status.checkpointId())
                    .put("area_code", status.areaCode())
                    .put("told_at", status.at().toString())
                    .put("last_reading_at", last == null ? null : last.toString())
                    .put("last_five_minutes", status.lastFiveMinutes())
                    .put("last_quarter_hour", status.lastQuarterHour())
                    .put("last_hour", status.lastHour())
                    .put("fevers_of_last_hour", status.feversOfLastHour())
                    .put("devices", DeviceAlertRows.json(status.devices())));
        }
        return array;
    }

    private static UUID[] ids(RowSet<Row> some, RowSet<Row> others) {
        var ids = new LinkedHashSet<UUID>();
        some.forEach(row -> ids.add(row.getUUID("id")));
        others.forEach(row -> ids.add(row.getUUID("id")));
        return ids.toArray(UUID[]::new);
    }
}
