package io.feverline.alert.postgres;

import io.feverline.alert.lifecycle.Action;
import io.feverline.alert.lifecycle.ActionOrder;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Words;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes what people do about alerts: the alert, who did it, and the change that the stream tells, in one transaction
 * or not at all.
 */
@ApplicationScoped
public class ActionWriter {
    private static final String FIND = AlertReader.ALERTS + " WHERE id = $1 FOR UPDATE OF a";

    /**
     * A time that is there already stays: the first acknowledgement counts, the first referral, and so on. Who is first
     * to do something about it has it, unless it was given to somebody.
     */
    private static final String CHANGE = """
            UPDATE alert SET
                state = $2, version = version + 1, escalate_at = CASE WHEN $2 = 'open' THEN escalate_at END,
                assignee = coalesce($3, assignee, CASE WHEN state = 'open' AND $2 <> 'open' THEN $7 END),
                acknowledged_at = coalesce(acknowledged_at, CASE WHEN state = 'open' AND $2 <> 'open' THEN $4::timestamptz END),
                reported_at = coalesce(reported_at, CASE WHEN $2 = 'referred' THEN $4::timestamptz END),
                referred_at = CASE WHEN $5::text IS NULL THEN referred_at ELSE $4::timestamptz END,
                overdue_since = CASE WHEN $5::text IS NULL THEN overdue_since END,
                clinic = coalesce($5, clinic),
                treated_at = coalesce(treated_at, CASE WHEN $2 = 'arrived' THEN $4::timestamptz END),
                isolated_at = coalesce(isolated_at, CASE WHEN $2 = 'isolated' THEN $4::timestamptz END),
                closed_at = CASE WHEN $2 NOT IN ('closed', 'dismissed') THEN NULL
                    WHEN state = $2 THEN closed_at ELSE $4::timestamptz END,
                outcome = CASE WHEN $2 <> 'closed' THEN NULL ELSE coalesce($6, outcome) END
            WHERE id = $1""";

    private static final String RECORD = """
            INSERT INTO alert_action (alert_id, version, action, state_before, state_after, actor, reason, clinic,
                assignee, outcome, occurred_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String TELL = """
            WITH told AS (
                INSERT INTO alert_change (alert_id, cause, state, episode_state, historic, severity, readings)
                SELECT id, $2, state, episode_state, historic, severity, readings FROM alert WHERE id = ANY ($1) ORDER BY id
                RETURNING seq
            )
            SELECT pg_notify('alert_change', '') FROM told""";

    private static final String OVERDUE = """
            UPDATE alert SET overdue_since = referred_at + make_interval(secs => $1)
            WHERE state = 'referred' AND overdue_since IS NULL AND episode_state <> 'merged'
                AND referred_at <= $2
            RETURNING id""";

    /**
     * It stays as people saw it: an acknowledgement on its way is still one of what they saw. Who had to know is
     * noted as it is now; that nobody had to stops no step.
     */
    private static final String ESCALATE = """
            WITH due AS (
                SELECT id, escalation FROM alert WHERE escalate_at <= $1 AND state = 'open'
                ORDER BY escalate_at LIMIT 500 FOR UPDATE
            ), moved AS (
                UPDATE alert a SET
                    escalation = CASE due.escalation WHEN 'checkpoint' THEN 'township' ELSE 'county' END,
                    escalate_at = CASE due.escalation WHEN 'checkpoint' THEN $2::timestamptz END
                FROM due WHERE a.id = due.id
                RETURNING a.id, a.escalation, a.area_code, a.checkpoint_id
            ), step AS (
                INSERT INTO alert_escalation (alert_id, level, escalated_at)
                SELECT id, escalation, $1 FROM moved
                ON CONFLICT (alert_id, level) DO NOTHING
                RETURNING alert_id, level
            ), told AS (
                INSERT INTO alert_escalation_unit (alert_id, level, unit_id, unit_name, on_duty)
                SELECT s.alert_id, s.level, u.id, u.name, ARRAY(
                    SELECT DISTINCT d.person FROM shift d
                    WHERE d.unit_id = u.id AND d.starts_at <= $1 AND d.ends_at > $1 ORDER BY d.person)
                FROM step s JOIN moved m ON m.id = s.alert_id
                    JOIN unit u ON u.level = s.level AND starts_with(m.area_code, u.area_prefix)
                        AND (u.checkpoint_id IS NULL OR u.checkpoint_id = m.checkpoint_id)
                RETURNING alert_id
            )
            SELECT s.alert_id, EXISTS (SELECT FROM told t WHERE t.alert_id = s.alert_id) AS told FROM step s""";

    /** Nearly always there is nothing, and those who store fevers need not wait for finding that out. */
    private static final String DUE =
            "SELECT EXISTS (SELECT FROM alert WHERE escalate_at <= $1 AND state = 'open') AS due";

    private static final String LATE = """
            SELECT EXISTS (
                SELECT FROM alert WHERE state = 'referred' AND overdue_since IS NULL AND episode_state <> 'merged'
                    AND referred_at <= $1) AS due""";

    private final Pool pool;

    ActionWriter(Pool pool) {
        this.pool = pool;
    }

    /** Why nothing was done. */
    public enum Refusal {
        NOT_FOUND,
        /** Somebody, or a reading, has changed it since. */
        CHANGED,
        NOT_POSSIBLE
    }

    /**
     * What became of an order.
     *
     * @param alert as it stands; null when there is none in the scope
     * @param refusal null when it was done
     */
    public record Answer(@Nullable Alert alert, @Nullable Refusal refusal) {}

    /**
     * Does it, when the alert is in the scope, still as whoever ordered it saw it, and in a state in which it can be
     * done.
     *
     * @param isAsSeen whether the alert is as they saw it
     */
    public Uni<Answer> act(UUID alertId, ActionOrder order, AreaScope scope, Predicate<Alert> isAsSeen) {
        return pool.withTransaction(connection -> connection
                .query(AlertWriter.TAKE_TURNS)
                .execute()
                .chain(() -> find(connection, alertId))
                .chain(alert -> {
                    if (alert == null || !scope.includes(alert.opening().areaCode())) {
                        return answer(null, Refusal.NOT_FOUND);
                    }
                    if (!isAsSeen.test(alert)) {
                        return answer(alert, Refusal.CHANGED);
                    }
                    if (!order.action().isPossibleIn(alert.state())) {
                        return answer(alert, Refusal.NOT_POSSIBLE);
                    }
                    return done(connection, alert, order)
                            .chain(() -> find(connection, alertId))
                            .map(after -> new Answer(after, null));
                }));
    }

    private static Uni<Answer> answer(@Nullable Alert alert, Refusal refusal) {
        return Uni.createFrom().item(new Answer(alert, refusal));
    }

    private static Uni<@Nullable Alert> find(SqlConnection connection, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            var row = rows.iterator();
            return row.hasNext() ? AlertRows.alert(row.next()) : null;
        });
    }

    private static Uni<Void> done(SqlConnection connection, Alert alert, ActionOrder order) {
        Action action = order.action();
        AlertState after = action.after(alert.state());
        OffsetDateTime occurredAt = order.occurredAt().atOffset(ZoneOffset.UTC);
        String outcome = order.outcome() == null ? null : Words.of(order.outcome());
        var change = Tuple.tuple()
                .addUUID(alert.id())
                .addString(Words.of(after))
                .addString(order.assignee())
                .addOffsetDateTime(occurredAt)
                .addString(order.clinic())
                .addString(outcome)
                .addString(order.actor());
        var record = Tuple.tuple()
                .addUUID(alert.id())
                .addInteger(alert.version() + 1)
                .addString(Words.of(action))
                .addString(Words.of(alert.state()))
                .addString(Words.of(after))
                .addString(order.actor())
                .addString(order.reason())
                .addString(order.clinic())
                .addString(order.assignee())
                .addString(outcome)
                .addOffsetDateTime(occurredAt);
        return connection
                .preparedQuery(CHANGE)
                .execute(change)
                .chain(() -> connection.preparedQuery(RECORD).execute(record))
                .chain(() -> tell(connection, List.of(alert.id()), "action"));
    }

    private static Uni<Void> tell(SqlConnection connection, List<UUID> alerts, String cause) {
        return connection
                .preparedQuery(TELL)
                .execute(Tuple.of(alerts.toArray(UUID[]::new), cause))
                .replaceWithVoid();
    }

    /**
     * Steps that were taken.
     *
     * @param withoutUnit of how many of them no unit had to know
     */
    public record Escalated(int steps, int withoutUnit) {}

    /**
     * Takes those a level up that nobody has acknowledged in time, and notes the units that have to know from now on
     * with who is on duty there; each step once, by whichever instance is first, and none after an acknowledgement.
     *
     * @param countyAfter how long the township has
     */
    public Uni<Escalated> escalate(Instant now, Duration countyAfter) {
        return marked(
                        DUE,
                        now,
                        ESCALATE,
                        Tuple.of(
                                now.atOffset(ZoneOffset.UTC),
                                now.plus(countyAfter).atOffset(ZoneOffset.UTC)),
                        "alert_id",
                        "escalation")
                .map(steps -> new Escalated(steps.size(), (int)
                        steps.stream().filter(step -> !step.getBoolean("told")).count()));
    }

    /**
     * Marks those as overdue who were referred longer ago than the limit and have not arrived; each once, by whichever
     * instance is first.
     *
     * @return how many
     */
    public Uni<Integer> markOverdue(Duration limit, Instant now) {
        return marked(
                        LATE,
                        now.minus(limit),
                        OVERDUE,
                        Tuple.of(limit.toMillis() / 1_000.0, now.minus(limit).atOffset(ZoneOffset.UTC)),
                        "id",
                        "overdue")
                .map(List::size);
    }

    /** Marks alerts and tells of it, in one transaction, when there are any. */
    private Uni<List<Row>> marked(String any, Instant by, String sql, Tuple parameters, String idColumn, String cause) {
        return pool.preparedQuery(any)
                .execute(Tuple.of(by.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean("due"))
                .chain(due -> due
                        ? marked(sql, parameters, idColumn, cause)
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<List<Row>> marked(String sql, Tuple parameters, String idColumn, String cause) {
        return pool.withTransaction(connection -> connection
                .query(AlertWriter.TAKE_TURNS)
                .execute()
                .chain(() -> connection.preparedQuery(sql).execute(parameters))
                .chain(rows -> {
                    var marked = new ArrayList<Row>();
                    rows.forEach(marked::add);
                    List<UUID> ids =
                            marked.stream().map(row -> row.getUUID(idColumn)).toList();
                    return (ids.isEmpty() ? Uni.createFrom().voidItem() : tell(connection, ids, cause))
                            .replaceWith(marked);
                }));
    }
}
