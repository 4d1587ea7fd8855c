package io.feverline.registry.area;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.outbox.Outbox;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the area tree, or the history of codes, up to a published state; the header tells which of the two a document
 * is. What it does not name stays as it is.
 */
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
    private static final String UPSERT_PERIODS = """
            INSERT INTO area_period AS p (code, name, first_year, last_year)
            SELECT code, name, first_year, last_year
            FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[]) AS i (code, name, first_year, last_year)
            ORDER BY code, first_year
            ON CONFLICT (code, first_year) DO UPDATE SET name = excluded.name, last_year = excluded.last_year
                WHERE (p.name, p.last_year) IS DISTINCT FROM (excluded.name, excluded.last_year)
            """;

    private final Pool pool;
    private final Outbox outbox;
    private final AreaEvents events;
    private final AuditLog audit;

    AreaImport(Pool pool, Outbox outbox, AreaEvents events, AuditLog audit) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
    }

    /** Reads and writes a document as a whole; fails with a {@link Rejection} that names what is wrong with it. */
    public Uni<Imported> run(String csv, Actor actor) {
        var table = CsvTable.read(csv);
        if (table.columns().containsAll(AreaCsv.COLUMNS)) {
            var areas = AreaCsv.areas(table);
            return writeTree(areas, actor).map(changed -> new Imported(areas.size(), changed));
        }
        if (table.columns().containsAll(AreaPeriodCsv.COLUMNS)) {
            var periods = AreaPeriodCsv.periods(table);
            return writePeriods(periods, actor).map(changed -> new Imported(periods.size(), changed));
        }
        throw CsvTable.unreadable(
                1,
                "列须为 code, level, name, parent 或 code, name, first_year, last_year",
                "the columns are neither code, level, name, parent nor code, name, first_year, last_year");
    }

    /** Writes the areas, and an event for each that is new or different; tells how many were. */
    private Uni<Integer> writeTree(List<Area> areas, Actor actor) {
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
                        .map(List::size)
                        .call(changed -> audit.append(transaction, deed(actor, Act.AREAS_IMPORT, changed))))
                .onFailure(AreaImport::isUnknownParent)
                .transform(e -> new Rejection(
                        Reason.UNKNOWN_AREA, "某个上级既未登记也不在文件中 / a parent is neither known nor in the document"));
    }

    /** Periods are told to nobody: no other service needs them. */
    private Uni<Integer> writePeriods(List<AreaPeriod> periods, Actor actor) {
        var columns = Columns.of(periods)
                .text(AreaPeriod::code)
                .text(AreaPeriod::name)
                .integer(AreaPeriod::firstYear)
                .integer(AreaPeriod::lastYear);
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(UPSERT_PERIODS)
                .execute(columns.tuple())
                .map(SqlResult::rowCount)
                .call(changed -> audit.append(transaction, deed(actor, Act.AREA_PERIODS_IMPORT, changed))));
    }

    private static Deed deed(Actor actor, Act act, int changed) {
        return new Deed(actor, act, null).with(changed + " changed");
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
