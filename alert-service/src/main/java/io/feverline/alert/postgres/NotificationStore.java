package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.list;
import static io.feverline.alert.postgres.Statements.run;
import static io.feverline.alert.postgres.Statements.time;

import io.feverline.alert.lifecycle.AlertQuery.Position;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.notify.Event;
import io.feverline.alert.notify.Fate;
import io.feverline.alert.notify.Notification;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notifications as people see them, with what became of each. */
@ApplicationScoped
public class NotificationStore {
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
                state = 'pending', attempts = 0, on_schedule = false, next_attempt_at = $2, finished_at = NULL
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
                WHERE m.state = 'pending') waiting""".formatted(MessageStore.WAITING);

    private final Pool pool;

    NotificationStore(Pool pool) {
        this.pool = pool;
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

    static Notification notification(Row row) {
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
}
