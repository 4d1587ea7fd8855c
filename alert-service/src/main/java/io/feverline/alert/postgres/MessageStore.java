package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.column;
import static io.feverline.alert.postgres.Statements.ids;
import static io.feverline.alert.postgres.Statements.list;
import static io.feverline.alert.postgres.Statements.run;
import static io.feverline.alert.postgres.Statements.time;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Cluster;
import io.feverline.alert.notify.Item;
import io.feverline.alert.notify.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages on their way. What is due is lent to one instance, channel by channel; what one has borrowed and does not
 * bring back, as it died, is another's after a while.
 */
@ApplicationScoped
public class MessageStore {
    static final String WAITING = "n.message_id IS NULL AND n.silence_id IS NULL";

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
                UPDATE message SET next_attempt_at = $3, on_schedule = true
                WHERE channel_id = $2 AND state = 'pending' AND id <> $1 AND NOT on_schedule AND next_attempt_at > $3
            )
            UPDATE channel SET busy_until = $4 WHERE id = $2 AND busy_until = $5""";

    private static final String FAILED = """
            WITH failed AS (
                UPDATE message SET attempts = attempts + 1, last_error = $3, on_schedule = on_schedule OR $4,
                    next_attempt_at = $5, state = CASE WHEN $6 THEN 'dead' ELSE state END,
                    finished_at = CASE WHEN $6 THEN $5::timestamptz END
                WHERE id = $1 AND state = 'pending'
            )
            UPDATE channel SET busy_until = $7 WHERE id = $2 AND busy_until = $8""";

    private static final String DISABLE =
            "UPDATE channel SET enabled = false, version = version + 1 WHERE id = $1 AND enabled";

    private final Pool pool;
    private final AlertReader alerts;

    MessageStore(Pool pool, AlertReader alerts) {
        this.pool = pool;
        this.alerts = alerts;
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
                        .with((alertsById, clustersById) -> list(rows, row -> row).stream()
                                .collect(Collectors.groupingBy(
                                        row -> row.getUUID("message_id"),
                                        Collectors.mapping(
                                                row -> item(row, alertsById, clustersById), Collectors.toList())))));
    }

    private static Set<UUID> present(RowSet<Row> rows, String column) {
        return list(rows, row -> row).stream()
                .map(row -> row.getUUID(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Item item(Row row, Map<UUID, Alert> alerts, Map<UUID, Cluster> clusters) {
        UUID alert = row.getUUID("alert_id");
        UUID cluster = row.getUUID("cluster_id");
        return new Item(
                NotificationStore.notification(row),
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
                .map(rows -> list(rows, row -> row).stream()
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
}
