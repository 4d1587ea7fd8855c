package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.column;
import static io.feverline.alert.postgres.Statements.ids;
import static io.feverline.alert.postgres.Statements.list;
import static io.feverline.alert.postgres.Statements.run;
import static io.feverline.alert.postgres.Statements.time;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.notify.Announcer;
import io.feverline.alert.notify.Listener;
import io.feverline.alert.notify.Notification;
import io.feverline.alert.notify.Silence;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is to be told in the changes, and stores it. Instances take turns; whoever stores fevers waits for none of it.
 */
@ApplicationScoped
public class NewsStore {
    /** Another instance that is at it will be woken as well. */
    private static final String CURSOR = "SELECT seq FROM notification_cursor FOR UPDATE SKIP LOCKED";

    private static final String MOVE_CURSOR = "UPDATE notification_cursor SET seq = $1";

    private static final String HEAD = "SELECT coalesce(max(seq), 0) AS seq FROM alert_change";

    private static final String LISTENERS = """
            SELECT c.id, c.least_severity, u.level, u.area_code, u.checkpoint_id
            FROM channel c JOIN unit u ON u.id = c.unit_id WHERE c.enabled ORDER BY c.id""";

    private static final String TOLD = "SELECT * FROM notification WHERE alert_id = ANY ($1) OR cluster_id = ANY ($2)";

    /** A channel that was deleted meanwhile hears nothing more. */
    private static final String ADD = """
            INSERT INTO notification (id, channel_id, event, alert_id, cluster_id, checkpoint_id, severity, confirmed,
                alerts, bundle, silence_id, created_at)
            SELECT n.id, n.channel_id, n.event, n.alert_id, n.cluster_id, n.checkpoint_id, n.severity, n.confirmed,
                n.alerts, n.bundle, n.silence_id, $12
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
                    $8::boolean[], $9::integer[], $10::text[], $11::uuid[])
                WITH ORDINALITY AS n (id, channel_id, event, alert_id, cluster_id, checkpoint_id, severity, confirmed,
                    alerts, bundle, silence_id, n)
                JOIN channel c ON c.id = n.channel_id
            ORDER BY n.n
            ON CONFLICT (id) DO NOTHING""";

    private final Pool pool;
    private final AlertReader alerts;

    NewsStore(Pool pool, AlertReader alerts) {
        this.pool = pool;
        this.alerts = alerts;
    }

    /**
     * Looks at the next changes and stores what is to be told of them, in one transaction.
     *
     * @return what is new; null when there was no change, or another instance is at it
     */
    public Uni<@Nullable List<Notification>> fill(Instant now, int page) {
        return pool.withTransaction(connection -> connection
                .query(CURSOR)
                .execute()
                .chain(rows -> {
                    var cursor = rows.iterator();
                    return cursor.hasNext()
                            ? fill(connection, cursor.next().getLong("seq"), now, page)
                            : Uni.createFrom().nullItem();
                }));
    }

    private Uni<@Nullable List<Notification>> fill(SqlConnection connection, long after, Instant now, int page) {
        return listeners(connection)
                .chain(listeners -> listeners.isEmpty()
                        ? skip(connection, after)
                        : alerts.changesAfter(after, page)
                                .chain(changes -> changes.isEmpty()
                                        ? Uni.createFrom().nullItem()
                                        : announce(connection, listeners, changes, now)));
    }

    /** There is nobody to tell. */
    private static Uni<@Nullable List<Notification>> skip(SqlConnection connection, long after) {
        return connection
                .query(HEAD)
                .execute()
                .map(rows -> rows.iterator().next().getLong("seq"))
                .chain(head -> head == after
                        ? Uni.createFrom().voidItem()
                        : run(connection, MOVE_CURSOR, Tuple.of(head)).replaceWithVoid())
                .chain(() -> Uni.createFrom().nullItem());
    }

    private static Uni<List<Notification>> announce(
            SqlConnection connection, List<Listener> listeners, List<AlertChange> changes, Instant now) {
        Set<UUID> alerts = changes.stream()
                .map(AlertChange::about)
                .filter(Objects::nonNull)
                .map(Alert::id)
                .collect(Collectors.toSet());
        Set<UUID> clusters = changes.stream()
                .map(AlertChange::cluster)
                .filter(Objects::nonNull)
                .map(Cluster::id)
                .collect(Collectors.toSet());
        Uni<List<Silence>> silences =
                run(connection, SilenceStore.NOT_OVER, Tuple.of(time(now))).map(SilenceStore::list);
        Uni<List<Notification>> told = run(connection, TOLD, Tuple.of(ids(alerts), ids(clusters)))
                .map(rows -> list(rows, NotificationStore::notification));
        long last = changes.get(changes.size() - 1).seq();
        return Uni.combine()
                .all()
                .unis(silences, told)
                .with((quiet, known) -> new Announcer(listeners, quiet, known, now).announce(changes))
                .call(news -> add(connection, news, now))
                .call(() -> run(connection, MOVE_CURSOR, Tuple.of(last)));
    }

    private static Uni<List<Listener>> listeners(SqlClient client) {
        return run(client, LISTENERS, Tuple.tuple())
                .map(rows -> list(
                        rows,
                        row -> new Listener(
                                row.getUUID("id"),
                                Words.parse(Level.class, row.getString("level")),
                                AreaScope.of(row.getString("area_code")),
                                row.getString("checkpoint_id"),
                                Words.parse(Severity.class, row.getString("least_severity")))));
    }

    private static Uni<Void> add(SqlConnection connection, List<Notification> news, Instant now) {
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return run(
                        connection,
                        ADD,
                        Tuple.tuple()
                                .addArrayOfUUID(column(news, Notification::id).toArray(UUID[]::new))
                                .addArrayOfUUID(
                                        column(news, Notification::channelId).toArray(UUID[]::new))
                                .addArrayOfString(
                                        column(news, n -> n.event().type()).toArray(String[]::new))
                                .addArrayOfUUID(
                                        column(news, Notification::alertId).toArray(UUID[]::new))
                                .addArrayOfUUID(
                                        column(news, Notification::clusterId).toArray(UUID[]::new))
                                .addArrayOfString(
                                        column(news, Notification::checkpointId).toArray(String[]::new))
                                .addArrayOfString(column(news, n -> Words.of(n.severity()))
                                        .toArray(String[]::new))
                                .addArrayOfBoolean(
                                        column(news, Notification::confirmed).toArray(Boolean[]::new))
                                .addArrayOfInteger(
                                        column(news, Notification::alerts).toArray(Integer[]::new))
                                .addArrayOfString(
                                        column(news, Notification::bundle).toArray(String[]::new))
                                .addArrayOfUUID(
                                        column(news, Notification::silenceId).toArray(UUID[]::new))
                                .addOffsetDateTime(time(now)))
                .replaceWithVoid();
    }
}
