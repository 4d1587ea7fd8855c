package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.run;

import io.feverline.alert.config.EscalationConfig;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.lifecycle.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Writes what detection told: a batch in one transaction, each table in one statement. A reading that is stored
 * already, or a revision that is known, changes nothing. Writers of all instances take turns by an advisory lock, so
 * that sequence numbers are committed in their order and a reader of the newest number has missed none before it.
 */
@ApplicationScoped
public class AlertWriter {
    /** Whoever adds to the changes does it first. */
    static final String TAKE_TURNS = "SELECT pg_advisory_xact_lock(hashtext('feverline.alert_change'))";

    private static final String INCOMING = """
            WITH incoming AS (
                SELECT i.*
                FROM ROWS FROM (jsonb_to_recordset($1) AS (
                    "episodeId" uuid, "alertId" uuid, "cause" text, "state" text, "historic" boolean,
                    "openedAt" timestamptz, "revision" integer, "mergedInto" uuid,
                    "severity" text, "keyRegion" text, "trip" text, "origin" text,
                    "readingId" uuid, "verdict" text, "temperature" integer, "threshold" integer,
                    "policyVersion" text, "site" text, "deviceId" text, "checkpointId" text, "areaCode" text,
                    "measuredAt" timestamptz, "receivedAt" timestamptz)) WITH ORDINALITY AS i (
                    episode_id, alert_id, cause, state, historic, opened_at, revision, merged_into,
                    severity, key_region, trip, origin,
                    reading_id, verdict, temperature, threshold,
                    policy_version, site, device_id, checkpoint_id, area_code,
                    measured_at, received_at, n)
            )""";

    /** Its state comes with {@link #TAKE_IN}. */
    private static final String RAISE = INCOMING + """
            INSERT INTO alert (id, episode_id, episode_state, historic, checkpoint_id, area_code, device_id,
                reading_id, site, temperature, threshold, policy_version, measured_at, received_at, opened_at)
            SELECT DISTINCT ON (episode_id) alert_id, episode_id, 'suspected', historic, checkpoint_id, area_code,
                device_id, reading_id, site, temperature, threshold, policy_version, measured_at, received_at, opened_at
            FROM incoming i
            WHERE verdict = 'fever'
                AND NOT EXISTS (SELECT FROM episode_reading r WHERE r.reading_id = i.reading_id)
            ORDER BY episode_id, n
            ON CONFLICT (episode_id) DO NOTHING""";

    /**
     * Whoever closed or dismissed it had not seen a live fever that is taken in since: it is open again, and waits for
     * an acknowledgement as a new one does.
     */
    private static final String TAKE_IN = INCOMING + """
            , taken AS (
                INSERT INTO episode_reading (reading_id, alert_id, verdict, temperature, threshold, policy_version,
                    site, device_id, checkpoint_id, area_code, measured_at, received_at)
                SELECT DISTINCT ON (i.reading_id) i.reading_id, i.alert_id, i.verdict, i.temperature, i.threshold,
                    i.policy_version, i.site, i.device_id, i.checkpoint_id, i.area_code, i.measured_at, i.received_at
                FROM incoming i JOIN alert a ON a.id = i.alert_id
                WHERE i.cause = 'reading'
                ORDER BY i.reading_id, i.n
                ON CONFLICT (reading_id) DO NOTHING
                RETURNING reading_id
            ), known AS (
                SELECT i.*,
                    t.reading_id IS NOT NULL AND i.cause = 'reading'
                        AND row_number() OVER (PARTITION BY i.reading_id, i.cause ORDER BY i.n) = 1 AS is_new,
                    greatest(a.revision, max(i.revision) OVER (PARTITION BY i.alert_id ORDER BY i.n
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS known_revision,
                    a.readings AS known_readings, a.state IN ('closed', 'dismissed') AS known_over
                FROM incoming i JOIN alert a ON a.id = i.alert_id LEFT JOIN taken t ON t.reading_id = i.reading_id
            ), change AS (
                SELECT *,
                    known_readings + count(*) FILTER (WHERE is_new) OVER (PARTITION BY alert_id ORDER BY n) AS readings,
                    known_over AND bool_or(is_new AND verdict = 'fever' AND NOT historic)
                        OVER (PARTITION BY alert_id ORDER BY n) AS reopened
                FROM known WHERE is_new OR revision > known_revision
            ), newest AS (
                SELECT DISTINCT ON (alert_id) *, max(readings) OVER (PARTITION BY alert_id) AS all_readings,
                    bool_or(reopened) OVER (PARTITION BY alert_id) AS reopens
                FROM change ORDER BY alert_id, revision DESC, n DESC
            ), counted AS (
                UPDATE alert a SET readings = c.all_readings,
                    episode_state = CASE WHEN c.revision >= a.revision THEN c.state ELSE a.episode_state END,
                    historic = CASE WHEN c.revision >= a.revision THEN c.historic ELSE a.historic END,
                    severity = CASE WHEN c.revision >= a.revision THEN c.severity ELSE a.severity END,
                    key_region = CASE WHEN c.revision >= a.revision THEN c.key_region ELSE a.key_region END,
                    unclustered = a.unclustered OR (a.trip IS NULL AND c.trip IS NOT NULL)
                        OR (a.origin IS NULL AND c.origin IS NOT NULL),
                    trip = coalesce(a.trip, c.trip),
                    origin = coalesce(a.origin, c.origin),
                    state = CASE WHEN c.reopens THEN 'open' ELSE a.state END,
                    closed_at = CASE WHEN NOT c.reopens THEN a.closed_at END,
                    outcome = CASE WHEN NOT c.reopens THEN a.outcome END,
                    escalate_at = CASE
                        WHEN (a.state <> 'open' AND NOT c.reopens) OR a.escalation = 'county' THEN NULL
                        WHEN c.revision < a.revision AND NOT c.reopens THEN a.escalate_at
                        WHEN c.historic OR c.state IN ('cleared', 'merged') THEN NULL
                        ELSE coalesce(a.escalate_at, $2::timestamptz) END,
                    merged_into = CASE WHEN c.revision >= a.revision THEN c.merged_into ELSE a.merged_into END,
                    revision = greatest(c.revision, a.revision)
                FROM newest c WHERE a.id = c.alert_id
            ), told AS (
                INSERT INTO alert_change (alert_id, reading_id, cause, state, episode_state, historic, severity, readings)
                SELECT c.alert_id, c.reading_id,
                    CASE WHEN c.reopened AND NOT coalesce(lag(c.reopened) OVER (PARTITION BY c.alert_id ORDER BY c.n), false)
                        THEN 'reopening' ELSE c.cause END,
                    CASE WHEN c.reopened THEN 'open' ELSE a.state END,
                    CASE WHEN c.revision >= a.revision THEN c.state ELSE a.episode_state END,
                    CASE WHEN c.revision >= a.revision THEN c.historic ELSE a.historic END,
                    CASE WHEN c.revision >= a.revision THEN c.severity ELSE a.severity END, c.readings
                FROM change c JOIN alert a ON a.id = c.alert_id ORDER BY c.n
                RETURNING reading_id, cause
            )
            SELECT reading_id, CASE cause WHEN 'reopening' THEN 'reading' ELSE cause END AS cause,
                pg_notify('alert_change', '')
            FROM told""";

    private final Pool pool;
    private final EscalationConfig escalation;
    private final ProbeStore probes;
    private final InstantSource clock;

    AlertWriter(Pool pool, EscalationConfig escalation, ProbeStore probes, InstantSource clock) {
        this.pool = pool;
        this.probes = probes;
        this.escalation = escalation;
        this.clock = clock;
    }

    /**
     * Stores a batch, in its order. Synthetic fevers go their last step in the same transaction, and come to no alert.
     *
     * @return the alerts' changes that were not stored before; all of them are committed
     */
    public Uni<List<EpisodeTold>> store(List<EpisodeTold> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<EpisodeTold> batch = all.stream().filter(told -> !told.synthetic()).toList();
        List<EpisodeTold> synthetic =
                all.stream().filter(EpisodeTold::synthetic).toList();
        JsonArray json = toJson(batch);
        OffsetDateTime escalateAt =
                clock.instant().plus(escalation.townshipAfter()).atOffset(ZoneOffset.UTC);
        // One after the other at the database, without waiting here for each.
        return pool.withTransaction(connection -> Uni.combine()
                        .all()
                        .unis(
                                connection.query(TAKE_TURNS).execute(),
                                run(connection, RAISE, Tuple.of(json)),
                                run(connection, TAKE_IN, Tuple.of(json, escalateAt)),
                                probes.store(connection, synthetic, clock.instant()))
                        .with((turn, raised, told, probed) -> told))
                .map(rows -> fresh(batch, rows));
    }

    private record About(UUID readingId, String cause) {}

    private static List<EpisodeTold> fresh(List<EpisodeTold> batch, RowSet<Row> rows) {
        Set<About> stored = new HashSet<>();
        rows.forEach(row -> stored.add(new About(row.getUUID("reading_id"), row.getString("cause"))));
        List<EpisodeTold> fresh = new ArrayList<>(stored.size());
        for (EpisodeTold change : batch) {
            if (stored.remove(new About(change.reading().id(), Words.of(change.cause())))) {
                fresh.add(change);
            }
        }
        return fresh;
    }

    private static JsonArray toJson(List<EpisodeTold> batch) {
        var array = new JsonArray();
        batch.forEach(change -> array.add(toJson(change)));
        return array;
    }

    private static JsonObject toJson(EpisodeTold change) {
        TakenReading reading = change.reading();
        UUID mergedInto = change.mergedIntoAlert();
        return new JsonObject()
                .put("episodeId", change.episodeId().toString())
                .put("alertId", change.alertId().toString())
                .put("cause", Words.of(change.cause()))
                .put("state", Words.of(change.state()))
                .put("historic", change.historic())
                .put("openedAt", change.openedAt().toString())
                .put("severity", Words.of(change.severity()))
                .put("keyRegion", change.keyRegion())
                .put("trip", change.journey().trip())
                .put("origin", change.journey().origin())
                .put("revision", change.revision())
                .put("mergedInto", mergedInto == null ? null : mergedInto.toString())
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
