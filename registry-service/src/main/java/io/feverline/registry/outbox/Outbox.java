package io.feverline.registry.outbox;

import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table of events that are yet to be published. */
@ApplicationScoped
public class Outbox {
    private static final String ADD = """
            INSERT INTO outbox (topic, record_key, payload, event_id, event_type, occurred_at)
            SELECT topic, record_key, payload, event_id, event_type, occurred_at
            FROM unnest($1::text[], $2::text[], $3::bytea[], $4::uuid[], $5::text[], $6::timestamptz[])
                WITH ORDINALITY AS e (topic, record_key, payload, event_id, event_type, occurred_at, position)
            ORDER BY position
            """;
    /** One instance publishes at a time, or events would overtake each other; the lock falls with the transaction. */
    private static final String BECOME_PUBLISHER =
            "SELECT pg_try_advisory_xact_lock(hashtext('outbox publisher')) AS publisher";

    private static final String NEXT =
            "SELECT id, topic, record_key, payload, event_id, event_type, occurred_at FROM outbox ORDER BY id LIMIT 500";
    private static final String REMOVE = "DELETE FROM outbox WHERE id = ANY ($1)";

    private static final String WAITING = "SELECT count(*) AS events FROM outbox";

    private final Pool pool;

    Outbox(Pool pool) {
        this.pool = pool;
    }

    /** Writes events in the caller's transaction. */
    public Uni<Void> add(SqlConnection transaction, List<OutboxEntry> entries) {
        var columns = Columns.of(entries)
                .text(OutboxEntry::topic)
                .text(OutboxEntry::key)
                .bytes(OutboxEntry::payload)
                .uuid(OutboxEntry::eventId)
                .text(OutboxEntry::eventType)
                .time(OutboxEntry::occurredAt);
        return transaction.preparedQuery(ADD).execute(columns.tuple()).replaceWithVoid();
    }

    /**
     * Publishes the next events and removes them once that has succeeded. When it fails in between, the same events are
     * published again.
     *
     * @return how many; 0 when there are none, or another instance is publishing
     */
    public Uni<Integer> drain(Function<List<OutboxEntry>, Uni<Void>> publisher) {
        return pool.withTransaction(transaction -> transaction
                .query(BECOME_PUBLISHER)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("publisher"))
                .flatMap(mine -> mine
                        ? publishNext(transaction, publisher)
                        : Uni.createFrom().item(0)));
    }

    /** How many events are yet to be published. */
    public Uni<Long> waiting() {
        return pool.query(WAITING).execute().map(rows -> rows.iterator().next().getLong("events"));
    }

    private Uni<Integer> publishNext(SqlConnection transaction, Function<List<OutboxEntry>, Uni<Void>> publisher) {
        return transaction.query(NEXT).execute().flatMap(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            return publisher
                    .apply(entries(rows))
                    .chain(() -> transaction.preparedQuery(REMOVE).execute(Tuple.of(ids(rows))))
                    .replaceWith(rows.size());
        });
    }

    private static List<OutboxEntry> entries(RowSet<Row> rows) {
        var entries = new ArrayList<OutboxEntry>(rows.size());
        for (Row row : rows) {
            entries.add(new OutboxEntry(
                    row.getString("topic"),
                    row.getString("record_key"),
                    row.getBuffer("payload").getBytes(),
                    row.getUUID("event_id"),
                    row.getString("event_type"),
                    row.getOffsetDateTime("occurred_at").toInstant()));
        }
        return entries;
    }

    private static Long[] ids(RowSet<Row> rows) {
        var ids = new ArrayList<Long>(rows.size());
        rows.forEach(row -> ids.add(row.getLong("id")));
        return ids.toArray(Long[]::new);
    }
}
