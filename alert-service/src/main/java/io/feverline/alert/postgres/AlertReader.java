package io.feverline.alert.postgres;

import io.feverline.alert.lifecycle.ActionTaken;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertQuery;
import io.feverline.alert.lifecycle.AlertQuery.Filter;
import io.feverline.alert.lifecycle.AlertQuery.Position;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.EscalationStep;
import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.lifecycle.Workload;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads alerts, their readings and their changes. */
@ApplicationScoped
public class AlertReader {
    /**
     * Whether something was wrong with a reading's device when it measured, as far as is known today: a look-up by
     * index.
     */
    private static final String UNVERIFIED = """
            , EXISTS (
                SELECT FROM device_alert d
                WHERE d.device_id = a.device_id AND d.finding IN ('stuck', 'flat', 'drifting', 'calibration')
                    AND d.since <= a.measured_at AND (d.until IS NULL OR d.until > a.measured_at)) AS unverified
            """;

    /** A look-up by key, so that whoever follows the stream asks for none. */
    private static final String CHECKPOINT_NAME =
            ", (SELECT p.name FROM checkpoint p WHERE p.id = a.checkpoint_id) AS checkpoint_name ";

    /** With the readings of those that were merged into it. */
    static final String ALERTS = """
            SELECT a.*, (SELECT coalesce(sum(m.readings), 0) FROM alert m WHERE m.merged_into = a.id) AS merged_readings
            """ + UNVERIFIED + CHECKPOINT_NAME + "FROM alert a";

    private static final String BY_ID = ALERTS + " WHERE id = $1";
    private static final String READINGS = """
            SELECT a.*
            """ + UNVERIFIED + """
            FROM episode_reading a
            WHERE alert_id = $1 OR alert_id IN (SELECT id FROM alert WHERE merged_into = $1)
            ORDER BY measured_at, reading_id""";
    private static final String HEAD = "SELECT coalesce(max(seq), 0) AS seq FROM alert_change";
    private static final String CHANGES = """
            SELECT a.*, 0::bigint AS merged_readings, c.seq, c.cause, c.episode_state AS then_state,
                c.historic AS then_historic, c.readings AS then_readings, c.state AS then_alert_state,
                c.severity AS then_severity, c.cluster_id, c.probe,
                c.device_alert_id, r.received_at AS then_received_at
            """ + UNVERIFIED + CHECKPOINT_NAME + """
            FROM alert_change c LEFT JOIN alert a ON a.id = c.alert_id
                LEFT JOIN episode_reading r ON r.reading_id = c.reading_id
            WHERE c.seq > $1 ORDER BY c.seq LIMIT $2""";

    private static final String DEVICE_ALERTS = "SELECT * FROM device_alert WHERE id = ANY ($1)";

    private static final String CLUSTERS = """
            SELECT c.*, count(m.alert_id) AS alerts,
                count(m.alert_id) FILTER (WHERE a.episode_state = 'confirmed') AS confirmed
            FROM alert_cluster c LEFT JOIN cluster_member m ON m.cluster_id = c.id LEFT JOIN alert a ON a.id = m.alert_id""";

    /** An index has these alone. */
    private static final String STANDING = "state NOT IN ('closed', 'dismissed') AND episode_state <> 'merged'";

    private static final String COUNTS = """
            SELECT severity, count(*) AS alerts, count(*) FILTER (WHERE state = 'open') AS unacknowledged
            FROM alert WHERE starts_with(area_code, $1) AND\s""" + STANDING + " GROUP BY severity";

    private static final String ACTIONS = "SELECT * FROM alert_action WHERE alert_id = $1 ORDER BY version";

    private static final String ESCALATIONS = """
            SELECT s.*, u.unit_id, u.unit_name, u.on_duty
            FROM alert_escalation s LEFT JOIN alert_escalation_unit u ON u.alert_id = s.alert_id AND u.level = s.level
            WHERE s.alert_id = $1
            ORDER BY s.escalated_at, u.unit_name, u.unit_id""";

    private final Pool pool;

    AlertReader(Pool pool) {
        this.pool = pool;
    }

    /** A page of alerts, newest first. */
    public Uni<List<Alert>> page(AlertQuery query) {
        Filter filter = query.filter();
        Position after = query.after();
        var where = new Conditions()
                .and("starts_with(area_code, ?)", query.scope().prefix())
                .and("state = ?", filter.state() == null ? null : Words.of(filter.state()))
                .and("episode_state = ?", filter.episodeState() == null ? null : Words.of(filter.episodeState()))
                .and("severity = ?", filter.severity() == null ? null : Words.of(filter.severity()))
                .and("checkpoint_id = ?", filter.checkpoint())
                .and(
                        "starts_with(area_code, ?)",
                        filter.area() == null ? null : filter.area().prefix())
                .and("opened_at >= ?", Conditions.time(filter.from()))
                .and("opened_at < ?", Conditions.time(filter.to()))
                .and("historic = ?", filter.historic())
                .and(
                        "(opened_at, id) < (?, ?)",
                        Conditions.time(after == null ? null : after.openedAt()),
                        after == null ? null : after.id());
        return rows(
                where.select(ALERTS, "ORDER BY opened_at DESC, id DESC", query.limit()),
                where.parameters(),
                AlertRows::alert);
    }

    /** A page of the alerts that somebody has to see to, newest first. */
    public Uni<List<Alert>> standing(AreaScope scope, @Nullable Position after, int limit) {
        var where = new Conditions()
                .and("starts_with(area_code, ?)", scope.prefix())
                .and(STANDING)
                .and(
                        "(opened_at, id) < (?, ?)",
                        Conditions.time(after == null ? null : after.openedAt()),
                        after == null ? null : after.id());
        return rows(
                where.select(ALERTS, "ORDER BY opened_at DESC, id DESC", limit), where.parameters(), AlertRows::alert);
    }

    /** How many alerts of an area somebody has to see to. */
    public Uni<Workload> counts(AreaScope scope) {
        return rows(COUNTS, Tuple.of(scope.prefix()), row -> row).map(AlertRows::workload);
    }

    /** An alert, when the scope covers it. */
    public Uni<Optional<Alert>> find(UUID id, AreaScope scope) {
        return rows(BY_ID, Tuple.of(id), AlertRows::alert)
                .map(found -> found.stream()
                        .filter(alert -> scope.includes(alert.opening().areaCode()))
                        .findFirst());
    }

    /** The readings of an alert's episode, in the order they were measured. */
    public Uni<List<TakenReading>> readings(UUID alertId) {
        return rows(READINGS, Tuple.of(alertId), AlertRows::reading);
    }

    /** What people did about an alert, the first first. */
    public Uni<List<ActionTaken>> actions(UUID alertId) {
        return rows(ACTIONS, Tuple.of(alertId), AlertRows::action);
    }

    /** The steps that an alert was taken up, the first first. */
    public Uni<List<EscalationStep>> escalations(UUID alertId) {
        return rows(ESCALATIONS, Tuple.of(alertId), row -> row).map(AlertRows::escalations);
    }

    /** The newest change's number; 0 when there is none. */
    public Uni<Long> head() {
        return pool.query(HEAD).execute().map(rows -> rows.iterator().next().getLong("seq"));
    }

    /** The changes after {@code seq}, at most {@code limit}. */
    public Uni<List<AlertChange>> changesAfter(long seq, int limit) {
        return rows(CHANGES, Tuple.of(seq, limit), row -> row).chain(this::completed);
    }

    /** Clusters grow and devices fall ill seldom; whatever page has none asks for none. */
    private Uni<List<AlertChange>> completed(List<Row> changes) {
        return Uni.combine()
                .all()
                .unis(
                        clustersById(ids(changes, "cluster_id")),
                        byId(ids(changes, "device_alert_id"), DEVICE_ALERTS, DeviceAlertRows::alert, DeviceAlert::id))
                .with((clusters, devices) -> changes.stream()
                        .map(row -> AlertRows.change(row, clusters, devices))
                        .toList());
    }

    private static Set<UUID> ids(List<Row> rows, String column) {
        return rows.stream()
                .map(row -> row.getUUID(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Those of the ids. */
    public Uni<Map<UUID, Alert>> alertsById(Collection<UUID> ids) {
        return byId(ids, ALERTS + " WHERE id = ANY ($1)", AlertRows::alert, Alert::id);
    }

    /** Those of the ids. */
    public Uni<Map<UUID, Cluster>> clustersById(Collection<UUID> ids) {
        return byId(ids, CLUSTERS + " WHERE c.id = ANY ($1) GROUP BY c.id", AlertRows::cluster, Cluster::id);
    }

    private <T> Uni<Map<UUID, T>> byId(
            Collection<UUID> ids, String sql, Function<Row, T> meaning, Function<T, UUID> id) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : rows(sql, Tuple.of(ids.toArray(UUID[]::new)), meaning)
                        .map(found -> found.stream().collect(Collectors.toMap(id, each -> each)));
    }

    /** The clusters of an area, those that grew last first. */
    public Uni<List<Cluster>> clusters(AreaScope scope, int limit) {
        return rows(
                CLUSTERS
                        + " WHERE starts_with(c.area_code, $1) AND c.merged_into IS NULL"
                        + " GROUP BY c.id ORDER BY c.last_at DESC, c.id DESC LIMIT $2",
                Tuple.of(scope.prefix(), limit),
                AlertRows::cluster);
    }

    /** A cluster, when the scope covers it. */
    public Uni<Optional<Cluster>> cluster(UUID id, AreaScope scope) {
        return rows(CLUSTERS + " WHERE c.id = $1 GROUP BY c.id", Tuple.of(id), AlertRows::cluster)
                .map(found -> found.stream()
                        .filter(cluster -> scope.includes(cluster.areaCode()))
                        .findFirst());
    }

    /** The alerts of a cluster that the scope covers, the first first. */
    public Uni<List<Alert>> alertsOf(UUID cluster, AreaScope scope) {
        return rows(
                        ALERTS + " JOIN cluster_member m ON m.alert_id = a.id WHERE m.cluster_id = $1"
                                + " ORDER BY a.opened_at, a.id LIMIT 500",
                        Tuple.of(cluster),
                        AlertRows::alert)
                .map(alerts -> alerts.stream()
                        .filter(alert -> scope.includes(alert.opening().areaCode()))
                        .toList());
    }

    private <T> Uni<List<T>> rows(String sql, Tuple parameters, Function<Row, T> meaning) {
        return Statements.rows(pool, sql, parameters, meaning);
    }
}
