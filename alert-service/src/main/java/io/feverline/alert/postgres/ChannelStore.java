package io.feverline.alert.postgres;

import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.notify.Channel;
import io.feverline.alert.notify.ChannelKind;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where units are told, within the area that a caller may see. */
@ApplicationScoped
public class ChannelStore {
    private static final String IN_SCOPE = """
            SELECT c.* FROM channel c JOIN unit u ON u.id = c.unit_id WHERE starts_with(u.area_code, $1)""";

    private static final String FIND = IN_SCOPE + " AND c.id = $2";
    private static final String FIND_TO_CHANGE = FIND + " FOR NO KEY UPDATE OF c";

    /** Nothing when there is no such unit in the scope. */
    private static final String ADD = """
            INSERT INTO channel (id, unit_id, kind, target, secret, least_severity, enabled)
            SELECT $2, u.id, $4, $5, $6, $7, $8 FROM unit u WHERE u.id = $3 AND starts_with(u.area_code, $1)
            RETURNING *""";

    private static final String CHANGE = """
            UPDATE channel SET target = $2, secret = $3, least_severity = $4, enabled = $5, version = version + 1,
                busy_until = CASE WHEN target = $2 THEN busy_until ELSE now() END
            WHERE id = $1 RETURNING *""";

    /** What waits may find its receiver where it is now. */
    private static final String DUE = """
            UPDATE message SET next_attempt_at = now(), on_schedule = false
            WHERE channel_id = $1 AND state = 'pending' AND next_attempt_at > now()""";

    private static final String DELETE = "DELETE FROM channel WHERE id = $1";

    private final Pool pool;

    ChannelStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * What became of a change.
     *
     * @param channel as it stands, or stood before it was deleted; null when there is none in the scope
     * @param done false when it was not as whoever ordered it had seen it
     */
    public record Answer(@Nullable Channel channel, boolean done) {}

    /** A change of a channel to what is said here. */
    public interface Change {
        Channel of(Channel channel);
    }

    /** Those of a scope's units, by unit. */
    public Uni<List<Channel>> all(AreaScope scope) {
        return pool.preparedQuery(IN_SCOPE + " ORDER BY c.unit_id, c.kind, c.id")
                .execute(Tuple.of(scope.prefix()))
                .map(ChannelStore::list);
    }

    /** One, when its unit is in the scope. */
    public Uni<Optional<Channel>> find(UUID id, AreaScope scope) {
        return find(pool, FIND, id, scope).map(Optional::ofNullable);
    }

    /** Adds one to its unit; empty when there is no such unit in the scope. */
    public Uni<Optional<Channel>> add(Channel channel, AreaScope scope) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addString(scope.prefix())
                        .addUUID(channel.id())
                        .addUUID(channel.unitId())
                        .addString(Words.of(channel.kind()))
                        .addString(channel.target())
                        .addString(channel.secret())
                        .addString(Words.of(channel.least()))
                        .addBoolean(channel.enabled()))
                .map(rows -> list(rows).stream().findFirst());
    }

    /** Changes target, secret, least severity or whether it is enabled, when it is as whoever ordered it saw it. */
    public Uni<Answer> change(UUID id, AreaScope scope, Predicate<Channel> isAsSeen, Change change) {
        return pool.withTransaction(connection -> find(connection, FIND_TO_CHANGE, id, scope)
                        .chain(before -> before == null || !isAsSeen.test(before)
                                ? Uni.createFrom().item(new Answer(before, false))
                                : change(connection, change.of(before))))
                // Outside the transaction: who notes what became of a message locks both the other way round.
                .call(answer -> answer.done()
                        ? pool.preparedQuery(DUE).execute(Tuple.of(id))
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Answer> change(SqlClient client, Channel after) {
        return client.preparedQuery(CHANGE)
                .execute(Tuple.of(after.id(), after.target(), after.secret(), Words.of(after.least()), after.enabled()))
                .map(rows -> new Answer(list(rows).get(0), true));
    }

    /** Deletes it, what waits for it and what it was told, when it is as whoever ordered it saw it. */
    public Uni<Answer> delete(UUID id, AreaScope scope, Predicate<Channel> isAsSeen) {
        return pool.withTransaction(connection -> find(connection, FIND_TO_CHANGE, id, scope)
                .chain(before -> before == null || !isAsSeen.test(before)
                        ? Uni.createFrom().item(new Answer(before, false))
                        : connection
                                .preparedQuery(DELETE)
                                .execute(Tuple.of(id))
                                .replaceWith(new Answer(before, true))));
    }

    private static Uni<@Nullable Channel> find(SqlClient client, String how, UUID id, AreaScope scope) {
        return client.preparedQuery(how)
                .execute(Tuple.of(scope.prefix(), id))
                .map(rows -> list(rows).stream().findFirst().orElse(null));
    }

    private static List<Channel> list(RowSet<Row> rows) {
        return Statements.list(rows, ChannelStore::channel);
    }

    static Channel channel(Row row) {
        return new Channel(
                row.getUUID("id"),
                row.getUUID("unit_id"),
                Words.parse(ChannelKind.class, row.getString("kind")),
                row.getString("target"),
                row.getString("secret"),
                Words.parse(Severity.class, row.getString("least_severity")),
                row.getBoolean("enabled"),
                row.getInteger("version"));
    }
}
