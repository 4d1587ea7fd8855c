package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.column;
import static io.feverline.alert.postgres.Statements.time;

import io.feverline.alert.config.ProbeConfig;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Probe;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Synthetic fevers, and what they say of the way that they came. */
@ApplicationScoped
public class ProbeStore {
    /** How the stream tells of a row of {@code probe_way}. */
    private static final String AS_TOLD = """
            jsonb_build_object('checkpointId', w.checkpoint_id, 'areaCode', w.area_code,
                'measuredAt', to_char(w.measured_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'tookMs', round(extract(epoch FROM w.stored_at - w.measured_at) * 1000),
                'tookFromDoorMs', round(extract(epoch FROM w.stored_at - w.received_at) * 1000),
                'missingSince', to_char(w.missing_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                'wasMissingSince', to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))""";

    private static final String AS_IT_STANDS = AS_TOLD.formatted("NULL::timestamptz");

    /**
     * The newest of a checkpoint says how its way stands; each is told. What stood {@code before} is seen as it was
     * when the statement began.
     */
    private static final String STORE = """
            WITH arrived AS (
                INSERT INTO probe (reading_id, checkpoint_id, device_id, measured_at, received_at, stored_at)
                SELECT DISTINCT ON (i.reading_id) i.*, $7::timestamptz
                FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
                    AS i (reading_id, checkpoint_id, device_id, measured_at, received_at)
                ON CONFLICT (reading_id) DO NOTHING
                RETURNING *
            ), place AS (
                SELECT DISTINCT ON (checkpoint_id) checkpoint_id, area_code
                FROM unnest($2::text[], $6::text[]) AS p (checkpoint_id, area_code)
            ), way AS (
                INSERT INTO probe_way AS w (checkpoint_id, area_code, measured_at, received_at, stored_at)
                SELECT DISTINCT ON (a.checkpoint_id)
                    a.checkpoint_id, p.area_code, a.measured_at, a.received_at, a.stored_at
                FROM arrived a JOIN place p ON p.checkpoint_id = a.checkpoint_id
                ORDER BY a.checkpoint_id, a.measured_at DESC
                ON CONFLICT (checkpoint_id) DO UPDATE SET
                    area_code = excluded.area_code, measured_at = excluded.measured_at,
                    received_at = excluded.received_at, stored_at = excluded.stored_at, missing_since = NULL
                RETURNING *
            ), told AS (
                INSERT INTO alert_change (cause, probe)
                SELECT 'probe', %s
                FROM way w LEFT JOIN probe_way before ON before.checkpoint_id = w.checkpoint_id
                RETURNING seq
            )
            SELECT pg_notify('alert_change', '') FROM told""".formatted(AS_TOLD.formatted("before.missing_since"));

    /** Who looks after a long time waits first; of several instances each counts as a look. */
    private static final String LOOK = """
            WITH look AS (
                UPDATE probe_watch SET
                    quiet_until = CASE WHEN $1 > looked_at + $2::interval
                        THEN $1::timestamptz + $3::interval ELSE quiet_until END,
                    looked_at = greatest(looked_at, $1::timestamptz)
                RETURNING quiet_until
            )
            SELECT quiet_until <= $1::timestamptz AND EXISTS (
                SELECT FROM probe_way WHERE missing_since IS NULL
                    AND stored_at + greatest($4::interval, coalesce(every, $5::interval) * $6::float8) <= $1
            ) AS due FROM look""";

    private static final String MISS = """
            WITH w AS (
                UPDATE probe_way SET missing_since = $1
                WHERE missing_since IS NULL
                    AND stored_at + greatest($2::interval, coalesce(every, $3::interval) * $4::float8) <= $1
                RETURNING *
            ), told AS (
                INSERT INTO alert_change (cause, probe)
                SELECT 'probe', %s
                FROM w
                RETURNING seq
            )
            SELECT pg_notify('alert_change', '') FROM told""".formatted(AS_IT_STANDS);

    private static final String FORGET = """
            DELETE FROM probe WHERE reading_id IN (
                SELECT reading_id FROM (
                    SELECT reading_id,
                        row_number() OVER (PARTITION BY checkpoint_id ORDER BY stored_at DESC, reading_id) AS n
                    FROM probe) numbered
                WHERE n > $1)""";
    private static final String FORGET_TOLD = "DELETE FROM alert_change WHERE probe IS NOT NULL AND changed_at < $1";

    /** The median of what lies between two of the same device: an outage is one long interval, and does not move it. */
    private static final String LEARN = """
            UPDATE probe_way w SET every = l.every
            FROM (
                SELECT checkpoint_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY passed) AS every
                FROM (
                    SELECT checkpoint_id,
                        measured_at - lag(measured_at) OVER (
                            PARTITION BY checkpoint_id, device_id ORDER BY measured_at) AS passed
                    FROM probe) gaps
                WHERE passed > interval '0'
                GROUP BY checkpoint_id) l
            WHERE l.checkpoint_id = w.checkpoint_id AND w.every IS DISTINCT FROM l.every""";

    private static final String WAYS = """
            SELECT %s AS probe FROM probe_way w WHERE starts_with(w.area_code, $1)
            ORDER BY w.missing_since, w.area_code, w.checkpoint_id LIMIT $2""".formatted(AS_IT_STANDS);
    private static final String CLOSE = "DELETE FROM probe_way WHERE checkpoint_id = $1 AND starts_with(area_code, $2)";

    private final Pool pool;
    private final ProbeConfig config;

    ProbeStore(Pool pool, ProbeConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Stores those that have arrived, and tells of them, in the transaction of whoever has taken turns. */
    Uni<Void> store(SqlConnection connection, List<EpisodeTold> arrived, Instant now) {
        if (arrived.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var parameters = Tuple.tuple()
                .addArrayOfUUID(column(arrived, told -> told.reading().id()).toArray(UUID[]::new))
                .addArrayOfString(texts(arrived, told -> told.reading().checkpointId()))
                .addArrayOfString(texts(arrived, told -> told.reading().deviceId()))
                .addArrayOfOffsetDateTime(times(arrived, told -> told.reading().measuredAt()))
                .addArrayOfOffsetDateTime(times(arrived, told -> told.reading().receivedAt()))
                .addArrayOfString(texts(arrived, told -> told.reading().areaCode()))
                .addOffsetDateTime(time(now));
        return connection.preparedQuery(STORE).execute(parameters).replaceWithVoid();
    }

    /**
     * Raises the alarm about checkpoints of which none has arrived for too long; each once, until one arrives.
     *
     * @return how many
     */
    public Uni<Integer> miss(Instant now) {
        var look = Tuple.tuple()
                .addOffsetDateTime(time(now))
                .addValue(Interval.of(config.absence()))
                .addValue(Interval.of(config.grace()))
                .addValue(Interval.of(config.atLeast()))
                .addValue(Interval.of(config.usual()))
                .addDouble(config.intervals());
        var missed = Tuple.tuple()
                .addOffsetDateTime(time(now))
                .addValue(Interval.of(config.atLeast()))
                .addValue(Interval.of(config.usual()))
                .addDouble(config.intervals());
        return pool.preparedQuery(LOOK)
                .execute(look)
                .chain(rows -> rows.iterator().next().getBoolean("due")
                        ? pool.withTransaction(connection -> connection
                                .query(AlertWriter.TAKE_TURNS)
                                .execute()
                                .chain(() -> connection.preparedQuery(MISS).execute(missed))
                                .map(told -> told.size()))
                        : Uni.createFrom().item(0));
    }

    /** Deletes those that are not kept, and learns how often each checkpoint sends them. */
    public Uni<Void> sweep(Instant now) {
        return pool.preparedQuery(LEARN)
                .execute()
                .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of(config.kept())))
                .chain(() -> pool.preparedQuery(FORGET_TOLD).execute(Tuple.of(time(now.minus(config.toldFor())))))
                .replaceWithVoid();
    }

    /** The ways of an area, those that are interrupted first, for the longest time first. */
    public Uni<List<Probe>> ways(AreaScope scope, int limit) {
        return Statements.rows(pool, WAYS, Tuple.of(scope.prefix(), limit), row -> probe(row.getJsonObject("probe")));
    }

    /**
     * Expects no more of a checkpoint, until one arrives.
     *
     * @return whether any were expected
     */
    public Uni<Boolean> close(String checkpoint, AreaScope scope) {
        return pool.preparedQuery(CLOSE)
                .execute(Tuple.of(checkpoint, scope.prefix()))
                .map(rows -> rows.rowCount() > 0);
    }

    static Probe probe(JsonObject told) {
        return new Probe(
                told.getString("checkpointId"),
                told.getString("areaCode"),
                Instant.parse(told.getString("measuredAt")),
                Duration.ofMillis(told.getLong("tookMs")),
                Duration.ofMillis(told.getLong("tookFromDoorMs")),
                instantOrNull(told.getString("missingSince")),
                instantOrNull(told.getString("wasMissingSince")));
    }

    private static @Nullable Instant instantOrNull(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String[] texts(List<EpisodeTold> arrived, Function<EpisodeTold, String> value) {
        return column(arrived, value).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<EpisodeTold> arrived, Function<EpisodeTold, Instant> value) {
        return column(arrived, value.andThen(Statements::time)).toArray(OffsetDateTime[]::new);
    }
}
