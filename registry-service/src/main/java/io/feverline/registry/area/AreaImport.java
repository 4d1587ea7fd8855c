package io.feverline.registry.area;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.outbox.Outbox;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Brings the area tree up to a published state. Areas that the import does not name stay as they are. */
@ApplicationScoped
public class AreaImport {
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String UPSERT = """
            INSERT INTO area AS a (code, level, name, parent)
            SELECT code, level, name, parent
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS i (code, level, name, parent)
            ORDER BY code
            ON CONFLICT (code) DO UPDATE
                SET level = excluded.level, name = excluded.name, parent = excluded.parent, version = a.version + 1
                WHERE (a.level, a.name, a.parent) IS DISTINCT FROM (excluded.level, excluded.name, excluded.parent)
            RETURNING code, level, name, parent, version
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final AreaEvents events;

    AreaImport(Pool pool, Outbox outbox, AreaEvents events) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
    }

    /**
     * Writes the areas, and an event for each that is new or different.
     *
     * @return how many were; fails with a {@link Rejection} if a parent is neither known nor among them
     */
    public Uni<Integer> run(List<Area> areas) {
        var columns = Columns.of(areas)
                .text(Area::code)
                .name(Area::level)
                .text(Area::name)
                .text(Area::parent);
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(UPSERT)
                        .execute(columns.tuple())
                        .map(this::entries)
                        .call(entries -> outbox.add(transaction, entries))
                        .map(List::size))
                .onFailure(AreaImport::isUnknownParent)
                .transform(e -> new Rejection(
                        Reason.UNKNOWN_AREA, "某个上级既未登记也不在文件中 / a parent is neither known nor in the document"));
    }

    private List<OutboxEntry> entries(RowSet<Row> rows) {
        var entries = new ArrayList<OutboxEntry>(rows.size());
        for (Row row : rows) {
            var area = new Area(
                    row.getString("code"),
                    AreaLevel.valueOf(row.getString("level")),
                    row.getString("name"),
                    row.getString("parent"));
            entries.add(events.registered(area, row.getLong("version")));
        }
        return entries;
    }

    private static boolean isUnknownParent(Throwable failure) {
        return failure instanceof PgException e && FOREIGN_KEY_VIOLATION.equals(e.getSqlState());
    }
}
