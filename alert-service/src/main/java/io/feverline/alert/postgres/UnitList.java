package io.feverline.alert.postgres;

import static io.feverline.alert.postgres.Statements.column;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.feverline.alert.lifecycle.Words;
import io.feverline.alert.roster.Unit;
import io.feverline.events.access.AreaScope;
import io.feverline.registry.events.csv.ImportRefused;
import io.feverline.registry.events.csv.Known;
import io.feverline.registry.events.csv.Plan;
import io.feverline.registry.events.csv.Refusal;
import io.feverline.registry.events.csv.Report;
import io.feverline.registry.events.csv.Sheet;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Units a list at a time. */
@ApplicationScoped
public class UnitList {
    /** In one order, so that two who hold several never wait for each other. */
    private static final String HOLD = """
            SELECT * FROM unit WHERE (area_code, name) IN (SELECT * FROM unnest($1::text[], $2::text[]))
            ORDER BY area_code, name
            FOR UPDATE""";

    /** Leaves what is not of the version before, and what has been added since it was looked for. */
    private static final String WRITE = """
            INSERT INTO unit AS u (id, name, level, area_code, checkpoint_id, version)
            SELECT gen_random_uuid(), i.*
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[])
                AS i (name, level, area_code, checkpoint_id, version)
            ORDER BY i.area_code, i.name
            ON CONFLICT ON CONSTRAINT unit_name DO UPDATE
                SET level = excluded.level, checkpoint_id = excluded.checkpoint_id, version = excluded.version
                WHERE u.version = excluded.version - 1""";

    private final Pool pool;

    UnitList(Pool pool) {
        this.pool = pool;
    }

    /** Somebody changed one of the units meanwhile. */
    public static final class ChangedMeanwhile extends RuntimeException {
        private ChangedMeanwhile() {
            super("a unit was changed meanwhile", null, false, false);
        }
    }

    /**
     * Writes a list, all or nothing; fails with {@link ImportRefused} when a row is bad, with {@link ChangedMeanwhile}
     * when somebody else was faster.
     *
     * @param dryRun only tells what it would do, bad rows included
     * @param scope of who does it
     */
    public Uni<Report> run(Sheet<ListedUnit> list, boolean dryRun, AreaScope scope) {
        List<ListedUnit> rows = list.entries().stream().map(Sheet.Entry::value).toList();
        return pool.withTransaction(transaction -> hold(transaction, rows).chain(stored -> {
            Plan<ListedUnit> plan = Plan.of(list, new Held(stored, scope));
            if (dryRun) {
                return Uni.createFrom().item(plan.report());
            }
            if (plan.report().bad() > 0) {
                return Uni.createFrom().failure(new ImportRefused(plan.report()));
            }
            return write(transaction, plan.rows()).replaceWith(plan.report());
        }));
    }

    private static Uni<Map<String, ListedUnit>> hold(SqlConnection transaction, List<ListedUnit> rows) {
        var parameters = Tuple.tuple()
                .addArrayOfString(texts(rows, Unit.Draft::areaCode))
                .addArrayOfString(texts(rows, Unit.Draft::name));
        return Statements.rows(transaction, HOLD, parameters, RosterStore::unit)
                .map(units -> units.stream().map(ListedUnit::of).collect(toMap(ListedUnit::id, identity())));
    }

    private static Uni<Void> write(SqlConnection transaction, List<ListedUnit> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var parameters = Tuple.tuple()
                .addArrayOfString(texts(rows, Unit.Draft::name))
                .addArrayOfString(texts(rows, unit -> Words.of(unit.level())))
                .addArrayOfString(texts(rows, Unit.Draft::areaCode))
                .addArrayOfString(texts(rows, Unit.Draft::checkpointId))
                .addArrayOfInteger(
                        column(rows, row -> Math.toIntExact(row.version())).toArray(Integer[]::new));
        return Statements.run(transaction, WRITE, parameters)
                .invoke(written -> {
                    if (written.rowCount() != rows.size()) {
                        throw new ChangedMeanwhile();
                    }
                })
                .replaceWithVoid();
    }

    private static @Nullable String[] texts(List<ListedUnit> rows, Function<Unit.Draft, @Nullable String> text) {
        return column(rows, row -> text.apply(row.unit())).toArray(String[]::new);
    }

    private record Held(Map<String, ListedUnit> units, AreaScope scope) implements Known<ListedUnit> {
        @Override
        public @Nullable ListedUnit stored(ListedUnit row) {
            ListedUnit stored = units.get(row.id());
            return stored != null && scope.includes(stored.unit().areaCode()) ? stored : null;
        }

        @Override
        public @Nullable Refusal refusal(ListedUnit row) {
            return scope.includes(row.unit().areaCode())
                    ? null
                    : new Refusal("area_code", new IllegalArgumentException("不在您的辖区内 / is not in your area"));
        }
    }
}
