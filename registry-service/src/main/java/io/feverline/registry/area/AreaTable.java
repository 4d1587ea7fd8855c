package io.feverline.registry.area;

import io.feverline.registry.access.Actor;
import io.feverline.registry.bulk.BulkTable;
import io.feverline.registry.bulk.Stock;
import io.feverline.registry.events.csv.Refusal;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Areas a set at a time. They are published knowledge: whoever may import them imports all. */
@ApplicationScoped
public class AreaTable implements BulkTable<ListedArea> {
    private static final String COLUMNS = "SELECT code, level, name, parent, version FROM area ";

    /** In one order, so that two who hold several never wait for each other. */
    private static final String HOLD = COLUMNS + "WHERE code = ANY ($1) ORDER BY code FOR UPDATE";

    private static final String PARENTS = "SELECT code FROM area WHERE code = ANY ($1)";
    private static final String NAMES = "SELECT code, name FROM area WHERE code = ANY ($1)";
    private static final String PAGE = COLUMNS + "WHERE code > $1 ORDER BY code LIMIT $2";

    /** Leaves what is not of the version before, and what has been added since it was looked for. */
    private static final String WRITE = """
            INSERT INTO area AS a (code, level, name, parent, version)
            SELECT code, level, name, parent, version
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])
                AS i (code, level, name, parent, version)
            ORDER BY code
            ON CONFLICT (code) DO UPDATE
                SET level = excluded.level, name = excluded.name, parent = excluded.parent, version = excluded.version
                WHERE a.version = excluded.version - 1
            """;

    private final Pool pool;
    private final AreaEvents events;

    AreaTable(Pool pool, AreaEvents events) {
        this.pool = pool;
        this.events = events;
    }

    @Override
    public Uni<Stock<ListedArea>> look(SqlConnection transaction, List<ListedArea> rows, Actor actor) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Columns.of(rows).text(ListedArea::id).tuple())
                .chain(held -> transaction
                        .preparedQuery(PARENTS)
                        .execute(Columns.of(rows)
                                .text(row -> row.area().parent())
                                .tuple())
                        .map(parents -> {
                            Set<String> known = new HashSet<>();
                            parents.forEach(parent -> known.add(parent.getString("code")));
                            rows.forEach(row -> known.add(row.id()));
                            return new AreaStock(areas(held), known);
                        }));
    }

    /** Areas in order of code, after a given code. */
    public Uni<List<ListedArea>> page(String after, int limit) {
        return pool.preparedQuery(PAGE).execute(Tuple.of(after, limit)).map(AreaTable::areas);
    }

    /** What areas are called, by their codes; those that are not known are not in it. */
    public Uni<Map<String, String>> names(Set<String> codes) {
        return pool.preparedQuery(NAMES)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getString("code"), row.getString("name")));
                    return names;
                });
    }

    private static List<ListedArea> areas(RowSet<Row> rows) {
        List<ListedArea> areas = new ArrayList<>(rows.size());
        for (Row row : rows) {
            var area = new Area(
                    row.getString("code"),
                    AreaLevel.valueOf(row.getString("level")),
                    row.getString("name"),
                    row.getString("parent"));
            areas.add(new ListedArea(area, row.getLong("version")));
        }
        return areas;
    }

    private final class AreaStock implements Stock<ListedArea> {
        private final Map<String, ListedArea> held = new HashMap<>();
        private final Set<String> known;

        /** @param known areas that there are, or will be when all rows are written */
        private AreaStock(List<ListedArea> held, Set<String> known) {
            held.forEach(area -> this.held.put(area.id(), area));
            this.known = known;
        }

        @Override
        public @Nullable ListedArea stored(ListedArea row) {
            return held.get(row.id());
        }

        @Override
        public @Nullable Refusal refusal(ListedArea row) {
            String parent = row.area().parent();
            return parent == null || known.contains(parent) ? null : new Refusal("parent", AreaImport.unknownParent());
        }

        @Override
        public Uni<List<OutboxEntry>> write(SqlConnection transaction, List<ListedArea> rows) {
            var columns = Columns.of(rows)
                    .text(ListedArea::id)
                    .name(row -> row.area().level())
                    .text(row -> row.area().name())
                    .text(row -> row.area().parent())
                    .bigint(ListedArea::version);
            List<OutboxEntry> entries = rows.stream()
                    .map(row -> events.registered(row.area(), row.version()))
                    .toList();
            return transaction
                    .preparedQuery(WRITE)
                    .execute(columns.tuple())
                    .invoke(written -> Stock.requireAll(written, rows))
                    .replaceWith(entries);
        }
    }
}
