package io.feverline.alert.postgres;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertChange;
import io.feverline.alert.lifecycle.AlertQuery.Position;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.notify.Announcer;
import io.feverline.alert.notify.Event;
import io.feverline.alert.notify.Fate;
import io.feverline.alert.notify.Item;
import io.feverline.alert.notify.Listener;
import io.feverline.alert.notify.Message;
import io.feverline.alert.notify.Notification;
import io.feverline.alert.notify.Silence;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The notifications that wait, and how far the changes were looked at. Instances share it: one at a time looks at changes,
 * and what is due is lent to one of them, channel by channel. Whoever stores fevers waits for none of it.
 */
@ApplicationScoped
public class NotificationStore {
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

    private static final String WAITING = "n.message_id IS NULL AND n.silence_id IS NULL";

    private static final String CLAIM = """
            UPDATE channel SET busy_until = $2 WHERE id IN (
                SELECT c.id FROM channel c
                WHERE c.enabled AND c.busy_until <= $1
                    AND (EXISTS (SELECT FROM notification n WHERE n.channel_id = c.id AND %s)
                        OR EXISTS (SELECT FROM message m
                            WHERE m.channel_id = c.id AND m.state = 'pending' AND m.next_attempt_at <= $1))
                ORDER BY c.busy_until LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED)
            RETURNING id""".formatted(WAITING);

    /** Of each channel, the bundle that has waited longest becomes a message, unless a message has been due for longer. */
    private static final String BUNDLE = """
            WITH oldest AS (
                SELECT DISTINCT ON (n.channel_id) n.channel_id, n.bundle, n.id, n.created_at FROM notification n
                WHERE n.channel_id = ANY ($1) AND %1$s
                    AND NOT EXISTS (SELECT FROM message m
                        WHERE m.channel_id = n.channel_id AND m.state = 'pending' AND m.next_attempt_at <= n.created_at)
                ORDER BY n.channel_id, n.number
            ), made AS (
                INSERT INTO message (id, channel_id, next_attempt_at) SELECT id, channel_id, created_at FROM oldest
            ), members AS (
                SELECT m.id, o.id AS message_id
                FROM oldest o CROSS JOIN LATERAL (
                    SELECT n.id FROM notification n
                    WHERE n.channel_id = o.channel_id AND n.bundle = o.bundle AND %1$s
                    ORDER BY n.number LIMIT $2) m
            )
            UPDATE notification n SET message_id = m.message_id FROM members m WHERE n.id = m.id""".formatted(WAITING);

    private static final String DUE = """
            SELECT DISTINCT ON (m.channel_id) c.*, m.id AS message_id, m.body, m.attempts
            FROM message m JOIN channel c ON c.id = m.channel_id
            WHERE m.channel_id = ANY ($1) AND m.state = 'pending' AND m.next_attempt_at <= $2
            ORDER BY m.channel_id, m.next_attempt_at, m.id""";

    private static final String FREE = "UPDATE channel SET busy_until = $2 WHERE id = ANY ($1)";

    private static final String ITEMS = "SELECT * FROM notification WHERE message_id = ANY ($1) ORDER BY number";

    private static final String WRITE = """
            UPDATE message m SET body = coalesce(m.body, w.body) FROM unnest($1::uuid[], $2::text[]) AS w (id, body)
            WHERE m.id = w.id RETURNING m.id, m.body""";

    /**
     * A receiver that takes messages again is sent at once what it could not take; once: what it fails at although it
     * takes others would else have all its attempts within moments.
     */
    private static final String DELIVERED = """
            WITH delivered AS (
                UPDATE message SET state = 'delivered', attempts = attempts + 1, last_error = NULL, finished_at = $3
                WHERE id = $1
            ), due AS (
                UPDATE message SET next_attempt_at = $3, rejected = true
                WHERE channel_id = $2 AND state = 'pending' AND id <> $1 AND NOT rejected AND next_attempt_at > $3
            )
            UPDATE channel SET busy_until = $4 WHERE id = $2 AND busy_until = $5""";

    private static final String FAILED = """
            WITH failed AS (
                UPDATE message SET attempts = attempts + 1, last_error = $3, rejected = rejected OR $4,
                    next_attempt_at = $5, state = CASE WHEN $6 THEN 'dead' ELSE state END,
                    finished_at = CASE WHEN $6 THEN $5::timestamptz END
                WHERE id = $1 AND state = 'pending'
            )
            UPDATE channel SET busy_until = $7 WHERE id = $2 AND busy_until = $8""";

    private static final String DISABLE =
            "UPDATE channel SET enabled = false, version = version + 1 WHERE id = $1 AND enabled";

    private static final String TEST = """
            INSERT INTO notification (id, channel_id, event, severity, confirmed, alerts, bundle, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String LISTED = """
            SELECT n.*, m.attempts, m.next_attempt_at, m.last_error, m.finished_at, c.kind, c.unit_id, s.state AS stands
            FROM notification n JOIN channel c ON c.id = n.channel_id JOIN unit u ON u.id = c.unit_id
                LEFT JOIN message m ON m.id = n.message_id
                CROSS JOIN LATERAL (SELECT CASE WHEN n.silence_id IS NOT NULL THEN 'silenced'
                    ELSE coalesce(m.state, 'pending') END AS state) s""";

    /** With all that was to go with it: it is one message. */
    private static final String REPLAY = """
            UPDATE message m SET
                state = 'pending', attempts = 0, rejected = false, next_attempt_at = $2, finished_at = NULL
            FROM notification n
            WHERE n.id = $1 AND m.id = n.message_id AND m.state = 'dead'
            RETURNING m.id""";

    private static final String OLDEST = """
            SELECT min(since) AS oldest FROM (
                SELECT min(n.created_at) AS since
                FROM notification n JOIN channel c ON c.id = n.channel_id AND c.enabled
                WHERE %s
                UNION ALL
                (SELECT changed_at FROM alert_change WHERE seq > (SELECT seq FROM notification_cursor) ORDER BY seq LIMIT 1)
                UNION ALL
                SELECT min(n.created_at) FROM message m JOIN channel c ON c.id = m.channel_id AND c.enabled
                    JOIN notification n ON n.message_id = m.id
                WHERE m.state = 'pending') waiting""".formatted(WAITING);

    private final Pool pool;
    private final AlertReader alerts;

    NotificationStore(Pool pool, AlertReader alerts) {
        this.pool = pool;
        this.alerts = alerts;
    }

    /**
     * A notification and what became of it.
     *
     * @param nextAttemptAt null unless it waits for one
     */
    public record Listed(
            Notification notification,
            String kind,
            UUID unitId,
            Fate state,
            @Nullable UUID messageId,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String lastError,
            @Nullable Instant finishedAt) {}

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

    /**
     * Lends what is due to this instance: of each channel that is free one message, the one that has been due longest.
     *
     * @param leasedUntil when the channels are another's to use
     * @param limit so many at most
     * @param most so many notifications in a message at most
     */
    public Uni<List<Message>> claim(Instant now, Instant leasedUntil, int limit, int most) {
        return pool.withTransaction(connection -> run(connection, CLAIM, Tuple.of(time(now), time(leasedUntil), limit))
                .map(rows -> list(rows, row -> row.getUUID("id")))
                .chain(channels -> channels.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : lend(connection, channels, now, leasedUntil, most)));
    }

    /** A statement of its own sees what others have done until they let go of the channels. */
    private static Uni<List<Message>> lend(
            SqlConnection connection, List<UUID> channels, Instant now, Instant leasedUntil, int most) {
        return run(connection, BUNDLE, Tuple.of(ids(channels), most))
                .chain(() -> run(connection, DUE, Tuple.of(ids(channels), time(now))))
                .map(rows -> list(rows, row -> message(row, leasedUntil)))
                .call(messages -> {
                    Set<UUID> idle = new HashSet<>(channels);
                    messages.forEach(message -> idle.remove(message.channel().id()));
                    return idle.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : run(connection, FREE, Tuple.of(ids(idle), time(now)));
                });
    }

    private static Message message(Row row, Instant leasedUntil) {
        return new Message(
                row.getUUID("message_id"),
                ChannelStore.channel(row),
                row.getInteger("attempts"),
                row.getString("body"),
                leasedUntil);
    }

    /** What messages are to tell, by message, each in its order. */
    public Uni<Map<UUID, List<Item>>> items(Collection<UUID> messages) {
        return run(pool, ITEMS, Tuple.of(ids(messages)))
                .chain(rows -> Uni.combine()
                        .all()
                        .unis(
                                alerts.alertsById(present(rows, "alert_id")),
                                alerts.clustersById(present(rows, "cluster_id")))
                        .with((alertsById, clustersById) -> StreamSupport.stream(rows.spliterator(), false)
                                .collect(Collectors.groupingBy(
                                        row -> row.getUUID("message_id"),
                                        Collectors.mapping(
                                                row -> item(row, alertsById, clustersById), Collectors.toList())))));
    }

    private static Set<UUID> present(RowSet<Row> rows, String column) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Item item(Row row, Map<UUID, Alert> alerts, Map<UUID, Cluster> clusters) {
        UUID alert = row.getUUID("alert_id");
        UUID cluster = row.getUUID("cluster_id");
        return new Item(
                notification(row),
                alert == null ? null : alerts.get(alert),
                cluster == null ? null : clusters.get(cluster));
    }

    /**
     * Stores what messages say; what one says already stays.
     *
     * @return what they say
     */
    public Uni<Map<UUID, String>> write(Map<UUID, String> bodies) {
        List<UUID> messages = List.copyOf(bodies.keySet());
        return run(
                        pool,
                        WRITE,
                        Tuple.of(ids(messages), column(messages, bodies::get).toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getString("body"))));
    }

    /**
     * The receiver has it.
     *
     * @param freeAt when the channel may be used again
     */
    public Uni<Void> delivered(Message message, Instant now, Instant freeAt) {
        return run(
                        pool,
                        DELIVERED,
                        Tuple.of(
                                message.id(),
                                message.channel().id(),
                                time(now),
                                time(freeAt),
                                time(message.leasedUntil())))
                .replaceWithVoid();
    }

    /**
     * The receiver does not have it.
     *
     * @param rejected whether it did not want this one
     * @param nextAttemptAt null when it is given up
     * @param freeAt when the channel may be used again
     */
    public Uni<Void> failed(
            Message message,
            String why,
            boolean rejected,
            @Nullable Instant nextAttemptAt,
            Instant now,
            Instant freeAt) {
        return run(
                        pool,
                        FAILED,
                        Tuple.tuple()
                                .addUUID(message.id())
                                .addUUID(message.channel().id())
                                .addString(why)
                                .addBoolean(rejected)
                                .addOffsetDateTime(time(nextAttemptAt == null ? now : nextAttemptAt))
                                .addBoolean(nextAttemptAt == null)
                                .addOffsetDateTime(time(freeAt))
                                .addOffsetDateTime(time(message.leasedUntil())))
                .replaceWithVoid();
    }

    /** Its receiver wants nothing more. */
    public Uni<Void> disable(UUID channel) {
        return run(pool, DISABLE, Tuple.of(channel)).replaceWithVoid();
    }

    /** Has a channel told that somebody tries it. */
    public Uni<Void> addTest(Notification test) {
        return run(
                        pool,
                        TEST,
                        Tuple.tuple()
                                .addUUID(test.id())
                                .addUUID(test.channelId())
                                .addString(test.event().type())
                                .addString(Words.of(test.severity()))
                                .addBoolean(test.confirmed())
                                .addInteger(test.alerts())
                                .addString(test.bundle())
                                .addOffsetDateTime(time(test.createdAt())))
                .replaceWithVoid();
    }

    /**
     * Notifications of the channels of a scope's units, newest first.
     *
     * @param state null for any
     * @param channel null for all
     * @param before where the page before ended; null for the first
     */
    public Uni<List<Listed>> page(
            AreaScope scope, @Nullable Fate state, @Nullable UUID channel, @Nullable Position before, int limit) {
        var where = new Conditions()
                .and("starts_with(u.area_code, ?)", scope.prefix())
                .and("s.state = ?", state == null ? null : Words.of(state))
                .and("n.channel_id = ?", channel)
                .and(
                        "(n.created_at, n.id) < (?, ?)",
                        Conditions.time(before == null ? null : before.openedAt()),
                        before == null ? null : before.id());
        return run(pool, where.select(LISTED, "ORDER BY n.created_at DESC, n.id DESC", limit), where.parameters())
                .map(rows -> list(rows, NotificationStore::listed));
    }

    /** One, of a channel of a scope's units. */
    public Uni<Optional<Listed>> find(UUID id, AreaScope scope) {
        return run(pool, LISTED + " WHERE n.id = $1 AND starts_with(u.area_code, $2)", Tuple.of(id, scope.prefix()))
                .map(rows -> list(rows, NotificationStore::listed).stream().findFirst());
    }

    /**
     * Has a dead one tried again from the beginning, with those of its message.
     *
     * @return false when it is not dead
     */
    public Uni<Boolean> replay(UUID id, Instant now) {
        return run(pool, REPLAY, Tuple.of(id, time(now))).map(rows -> rows.size() > 0);
    }

    /** Since when that has waited which has waited longest, a change that nobody has looked at included. */
    public Uni<Optional<Instant>> oldest() {
        return run(pool, OLDEST, Tuple.tuple())
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("oldest"))
                        .map(OffsetDateTime::toInstant));
    }

    private static Listed listed(Row row) {
        Fate state = Words.parse(Fate.class, row.getString("stands"));
        OffsetDateTime next = row.getOffsetDateTime("next_attempt_at");
        OffsetDateTime finished = row.getOffsetDateTime("finished_at");
        Integer attempts = row.getInteger("attempts");
        return new Listed(
                notification(row),
                row.getString("kind"),
                row.getUUID("unit_id"),
                state,
                row.getUUID("message_id"),
                attempts == null ? 0 : attempts,
                next == null || state != Fate.PENDING ? null : next.toInstant(),
                row.getString("last_error"),
                finished == null ? null : finished.toInstant());
    }

    private static Notification notification(Row row) {
        return new Notification(
                row.getUUID("id"),
                row.getUUID("channel_id"),
                Event.ofType(row.getString("event")),
                row.getUUID("alert_id"),
                row.getUUID("cluster_id"),
                row.getString("checkpoint_id"),
                Words.parse(Severity.class, row.getString("severity")),
                row.getBoolean("confirmed"),
                row.getInteger("alerts"),
                row.getString("bundle"),
                row.getUUID("silence_id"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static <T, C> List<C> column(List<T> rows, Function<T, C> value) {
        List<C> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Uni<RowSet<Row>> run(SqlClient client, String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> meaning) {
        return StreamSupport.stream(rows.spliterator(), false).map(meaning).toList();
    }
}
