package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.run;

import io.feverline.alert.rule.ClusterRule;
import io.feverline.alert.rule.ClusterRules;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the clusters that alerts are in, many at once and after the alerts themselves can be seen, which must not wait
 * for it. Alerts that follow each other closely enough are a chain; a chain is a cluster once it has enough of them
 * close together, and from then on whatever joins the chain joins the cluster. A late one can make one cluster of two.
 * What is enough and close, the policy says that is in force when they are looked at.
 */
@ApplicationScoped
public class ClusterWriter {
    private static final String FRESH = """
            WITH rule (kind, least, within) AS (
                VALUES ('checkpoint', $2::integer, $3::interval), ('trip', $4::integer, $5::interval),
                    ('origin', $6::integer, $7::interval)
            ), fresh AS (
                SELECT p.kind, p.place, a.id, a.opened_at, r.within
                FROM alert a
                    CROSS JOIN LATERAL (VALUES ('checkpoint', a.checkpoint_id), ('trip', a.trip), ('origin', a.origin))
                        AS p (kind, place)
                    JOIN rule r ON r.kind = p.kind
                WHERE a.id = ANY ($1) AND a.episode_state <> 'merged' AND p.place IS NOT NULL
                    AND NOT EXISTS (SELECT FROM cluster_member m WHERE m.alert_id = a.id AND m.kind = p.kind)
            )""";

    /** The clusters that have grown, each with the newest live alert that joined it: of late ones nobody is told. */
    private static final String GROWN = """
            SELECT DISTINCT ON (j.cluster_id) j.cluster_id, j.alert_id
            FROM joined j JOIN alert a ON a.id = j.alert_id
            ORDER BY j.cluster_id, a.historic, a.opened_at DESC, a.id DESC""";

    /** An outbreak's alerts join the cluster that there is, without a look at all that it has already. */
    private static final String JOIN = FRESH + """
            , covered AS (
                SELECT f.*, c.id AS cluster_id, count(*) OVER (PARTITION BY f.id, f.kind) AS clusters
                FROM fresh f JOIN alert_cluster c ON c.kind = f.kind AND c.place = f.place AND c.merged_into IS NULL
                    AND f.opened_at BETWEEN c.first_at - f.within AND c.last_at + f.within
            ), joined AS (
                INSERT INTO cluster_member (alert_id, kind, cluster_id)
                SELECT id, kind, cluster_id FROM covered WHERE clusters = 1
                RETURNING alert_id, cluster_id
            ), stretched AS (
                UPDATE alert_cluster c SET
                    first_at = least(c.first_at, n.first_at), last_at = greatest(c.last_at, n.last_at)
                FROM (
                    SELECT cluster_id, min(opened_at) AS first_at, max(opened_at) AS last_at
                    FROM covered WHERE clusters = 1 GROUP BY cluster_id) n
                WHERE c.id = n.cluster_id
            )
            """ + GROWN;

    private static final String GROW = FRESH + """
            , places AS (
                SELECT kind, place, min(opened_at) - 3 * within AS from_at, max(opened_at) + 3 * within AS to_at
                FROM fresh GROUP BY kind, place, within
            ), near AS (
                SELECT f.kind, f.place, a.id, a.opened_at, a.area_code FROM places f JOIN alert a
                    ON f.kind = 'checkpoint' AND a.checkpoint_id = f.place AND a.opened_at BETWEEN f.from_at AND f.to_at
                WHERE a.episode_state <> 'merged'
                UNION ALL
                SELECT f.kind, f.place, a.id, a.opened_at, a.area_code FROM places f JOIN alert a
                    ON f.kind = 'trip' AND a.trip = f.place AND a.opened_at BETWEEN f.from_at AND f.to_at
                WHERE a.episode_state <> 'merged'
                UNION ALL
                SELECT f.kind, f.place, a.id, a.opened_at, a.area_code FROM places f JOIN alert a
                    ON f.kind = 'origin' AND a.origin = f.place AND a.opened_at BETWEEN f.from_at AND f.to_at
                WHERE a.episode_state <> 'merged'
            ), stepped AS (
                SELECT n.*, m.cluster_id,
                    CASE WHEN n.opened_at - lag(n.opened_at) OVER w <= r.within THEN 0 ELSE 1 END AS step,
                    n.opened_at - lag(n.opened_at, r.least - 1) OVER w <= r.within AS enough
                FROM near n JOIN rule r ON r.kind = n.kind
                    LEFT JOIN cluster_member m ON m.alert_id = n.id AND m.kind = n.kind
                WINDOW w AS (PARTITION BY n.kind, n.place ORDER BY n.opened_at, n.id)
            ), chained AS (
                SELECT *, sum(step) OVER (PARTITION BY kind, place ORDER BY opened_at, id) AS chain FROM stepped
            ), found AS (
                SELECT kind, place, min(opened_at) AS first_at, max(opened_at) AS last_at,
                    array_agg(id ORDER BY opened_at, id) AS alerts,
                    (array_agg(area_code ORDER BY opened_at, id))[1] AS area_code,
                    array_agg(DISTINCT cluster_id) FILTER (WHERE cluster_id IS NOT NULL) AS known
                FROM chained GROUP BY kind, place, chain
                HAVING bool_or(enough) OR bool_or(cluster_id IS NOT NULL)
            ), named AS (
                SELECT f.*, coalesce(
                    (SELECT c.id FROM alert_cluster c WHERE c.id = ANY (f.known) ORDER BY c.raised_at, c.id LIMIT 1),
                    gen_random_uuid()) AS id
                FROM found f
            ), raised AS (
                INSERT INTO alert_cluster (id, kind, place, area_code, first_at, last_at)
                SELECT id, kind, place, area_code, first_at, last_at FROM named
                ON CONFLICT (id) DO UPDATE SET
                    first_at = least(alert_cluster.first_at, excluded.first_at),
                    last_at = greatest(alert_cluster.last_at, excluded.last_at)
            ), merged AS (
                UPDATE alert_cluster c SET merged_into = n.id
                FROM named n WHERE c.id = ANY (n.known) AND c.id <> n.id
            ), joined AS (
                INSERT INTO cluster_member (alert_id, kind, cluster_id)
                SELECT unnest(alerts), kind, id FROM named
                ON CONFLICT (alert_id, kind) DO UPDATE SET cluster_id = excluded.cluster_id
                    WHERE cluster_member.cluster_id <> excluded.cluster_id
                RETURNING alert_id, cluster_id
            )
            """ + GROWN;

    /** Those beyond the horizon of {@link #GROW}. */
    private static final String FOLLOW_MERGERS = """
            UPDATE cluster_member m SET cluster_id = c.merged_into
            FROM alert_cluster c WHERE c.id = m.cluster_id AND c.merged_into IS NOT NULL""";

    private static final String TELL = """
            WITH told AS (
                INSERT INTO alert_change (alert_id, cluster_id, cause, state, episode_state, historic, severity, readings)
                SELECT a.id, g.cluster_id, 'cluster', a.state, a.episode_state, a.historic, a.severity, a.readings
                FROM unnest($1::uuid[], $2::uuid[]) AS g (alert_id, cluster_id) JOIN alert a ON a.id = g.alert_id
                RETURNING seq
            )
            SELECT pg_notify('alert_change', '') FROM told""";

    /** One instance at a time. */
    private static final String TAKE_CARE = "SELECT pg_advisory_xact_lock(hashtext('feverline.alert_cluster'))";

    private static final String UNCLUSTERED = "SELECT id, revision FROM alert WHERE unclustered LIMIT 500";

    /** Those of which more is known by now are looked at once more. */
    private static final String CLUSTERED = """
            UPDATE alert a SET unclustered = false
            FROM unnest($1::uuid[], $2::integer[]) AS seen (id, revision)
            WHERE a.id = seen.id AND a.revision = seen.revision""";

    private final Pool pool;
    private final PolicyStore policies;
    private final InstantSource clock;

    ClusterWriter(Pool pool, PolicyStore policies, InstantSource clock) {
        this.pool = pool;
        this.policies = policies;
        this.clock = clock;
    }

    /** Alerts as they were looked at. */
    private record Seen(List<UUID> alerts, List<Integer> revisions) {
        static Seen of(RowSet<Row> rows) {
            var seen = new Seen(new ArrayList<>(), new ArrayList<>());
            rows.forEach(row -> {
                seen.alerts.add(row.getUUID("id"));
                seen.revisions.add(row.getInteger("revision"));
            });
            return seen;
        }

        Tuple parameters() {
            return Tuple.tuple()
                    .addArrayOfUUID(alerts.toArray(UUID[]::new))
                    .addArrayOfInteger(revisions.toArray(Integer[]::new));
        }
    }

    /**
     * Puts alerts into the clusters that they belong to: those that are new, or of which more is known. Turns with
     * those who store fevers are taken at the end alone, to tell what was found.
     *
     * @return how many were looked at
     */
    public Uni<Integer> grow() {
        return unclustered(pool)
                .chain(some -> some.alerts().isEmpty()
                        ? Uni.createFrom().item(0)
                        : pool.withTransaction(connection -> connection
                                .query(TAKE_CARE)
                                .execute()
                                .chain(() -> unclustered(connection))
                                .call(seen -> policies.clustersInForce(connection, clock.instant())
                                        .chain(rules -> grow(connection, seen, rules)))
                                .map(seen -> seen.alerts().size())));
    }

    private static Uni<Seen> unclustered(SqlClient client) {
        return client.query(UNCLUSTERED).execute().map(Seen::of);
    }

    private static Uni<Void> grow(SqlConnection connection, Seen seen, ClusterRules rules) {
        var parameters = Tuple.tuple().addArrayOfUUID(seen.alerts().toArray(UUID[]::new));
        for (ClusterRule rule : List.of(rules.checkpoint(), rules.trip(), rules.origin())) {
            parameters.addInteger(rule.least()).addValue(Interval.of(rule.within()));
        }
        var grown = new LinkedHashMap<UUID, UUID>();
        return run(connection, JOIN, parameters)
                .invoke(rows -> note(rows, grown))
                .chain(() -> run(connection, GROW, parameters))
                .invoke(rows -> note(rows, grown))
                .chain(() -> connection.query(FOLLOW_MERGERS).execute())
                .chain(() -> connection.query(AlertWriter.TAKE_TURNS).execute())
                .chain(() -> run(
                        connection,
                        TELL,
                        Tuple.tuple()
                                .addArrayOfUUID(grown.values().toArray(UUID[]::new))
                                .addArrayOfUUID(grown.keySet().toArray(UUID[]::new))))
                .chain(() -> run(connection, CLUSTERED, seen.parameters()))
                .replaceWithVoid();
    }

    private static void note(RowSet<Row> rows, Map<UUID, UUID> newestByCluster) {
        rows.forEach(row -> newestByCluster.put(row.getUUID("cluster_id"), row.getUUID("alert_id")));
    }
}
