package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.rows;

import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.lifecycle.AlertQuery.Position;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.DeviceAlertAction;
import io.feverline.alert.lifecycle.DeviceAlertQuery;
import io.feverline.alert.lifecycle.Words;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Device alerts as people see them and act on them, and how checkpoints stand. */
@ApplicationScoped
public class DeviceAlerts {
    private static final String ALL = "SELECT * FROM device_alert";
    private static final String ACTIONS =
            "SELECT * FROM device_alert_action WHERE device_alert_id = $1 ORDER BY version";
    private static final String STATUSES =
            "SELECT * FROM checkpoint_status WHERE starts_with(area_code, $1) ORDER BY checkpoint_id";
    private static final String STATUS = "SELECT * FROM checkpoint_status WHERE checkpoint_id = $1";
    private static final String CHANGE = "UPDATE device_alert SET state = $2, version = version + 1 WHERE id = $1";
    private static final String RECORD = """
            INSERT INTO device_alert_action (device_alert_id, version, action, state_before, state_after, actor, note,
                recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private final Pool pool;

    DeviceAlerts(Pool pool) {
        this.pool = pool;
    }

    /** What somebody wants to do about a device alert. */
    public record Order(
            DeviceAlert.Action action,
            String actor,
            @Nullable String note,
            Instant at) {}

    /**
     * What became of an order.
     *
     * @param alert as it stands; null when there is none in the scope
     * @param refusal null when it was done
     */
    public record Answer(@Nullable DeviceAlert alert, ActionWriter.@Nullable Refusal refusal) {}

    /** A page of them, those that began last first. */
    public Uni<List<DeviceAlert>> page(DeviceAlertQuery query) {
        Position after = query.after();
        Boolean open = query.open();
        var where = new Conditions()
                .and("starts_with(area_code, ?)", query.scope().prefix())
                .and("checkpoint_id = ?", query.checkpoint())
                .and(
                        "starts_with(area_code, ?)",
                        query.area() == null ? null : query.area().prefix())
                .and(
                        "(since, id) < (?, ?)",
                        Conditions.time(after == null ? null : after.openedAt()),
                        after == null ? null : after.id());
        if (open != null) {
            where.and(open ? "state <> 'closed'" : "state = 'closed'");
        }
        return rows(
                pool,
                where.select(ALL, "ORDER BY since DESC, id DESC", query.limit()),
                where.parameters(),
                DeviceAlertRows::alert);
    }

    /** One of them, when the scope covers it. */
    public Uni<Optional<DeviceAlert>> find(UUID id, AreaScope scope) {
        return find(pool, ALL + " WHERE id = $1", id, scope);
    }

    private static Uni<Optional<DeviceAlert>> find(SqlClient client, String sql, UUID id, AreaScope scope) {
        return rows(client, sql, Tuple.of(id), DeviceAlertRows::alert)
                .map(found -> found.stream()
                        .filter(alert -> scope.includes(alert.found().areaCode()))
                        .findFirst());
    }

    /** What people did about one, the first first. */
    public Uni<List<DeviceAlertAction>> actions(UUID id) {
        return rows(pool, ACTIONS, Tuple.of(id), DeviceAlertRows::action);
    }

    /** How the checkpoints of an area stand. */
    public Uni<List<CheckpointStatus>> statuses(AreaScope scope) {
        return rows(pool, STATUSES, Tuple.of(scope.prefix()), DeviceAlertRows::status);
    }

    /** How one of them stands; empty as long as none of its devices was heard. */
    public Uni<Optional<CheckpointStatus>> status(String checkpoint) {
        return rows(pool, STATUS, Tuple.of(checkpoint), DeviceAlertRows::status)
                .map(found -> found.stream().findFirst());
    }

    /**
     * Does it, when the alert is in the scope, still as whoever ordered it saw it, and in a state in which it can be
     * done.
     *
     * @param isAsSeen whether the alert is as they saw it
     */
    public Uni<Answer> act(UUID id, Order order, AreaScope scope, Predicate<DeviceAlert> isAsSeen) {
        return pool.withTransaction(connection -> connection
                .query(AlertWriter.TAKE_TURNS)
                .execute()
                .chain(() -> find(connection, ALL + " WHERE id = $1 FOR UPDATE", id, scope))
                .chain(found -> {
                    if (found.isEmpty()) {
                        return answer(null, ActionWriter.Refusal.NOT_FOUND);
                    }
                    DeviceAlert alert = found.get();
                    if (!isAsSeen.test(alert)) {
                        return answer(alert, ActionWriter.Refusal.CHANGED);
                    }
                    if (!order.action().isPossibleIn(alert.state())) {
                        return answer(alert, ActionWriter.Refusal.NOT_POSSIBLE);
                    }
                    return done(connection, alert, order)
                            .chain(() -> find(connection, ALL + " WHERE id = $1", id, scope))
                            .map(after -> new Answer(after.orElse(null), null));
                }));
    }

    private static Uni<Answer> answer(@Nullable DeviceAlert alert, ActionWriter.Refusal refusal) {
        return Uni.createFrom().item(new Answer(alert, refusal));
    }

    private static Uni<Void> done(SqlConnection connection, DeviceAlert alert, Order order) {
        String after = Words.of(order.action().after(alert.state()));
        var record = Tuple.tuple()
                .addUUID(alert.id())
                .addInteger(alert.version() + 1)
                .addString(Words.of(order.action()))
                .addString(Words.of(alert.state()))
                .addString(after)
                .addString(order.actor())
                .addString(order.note())
                .addOffsetDateTime(order.at().atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(CHANGE)
                .execute(Tuple.of(alert.id(), after))
                .chain(() -> connection.preparedQuery(RECORD).execute(record))
                .chain(() -> connection
                        .preparedQuery(DeviceHealthWriter.TELL)
                        .execute(Tuple.of(new UUID[] {alert.id()}, false)))
                .replaceWithVoid();
    }
}
