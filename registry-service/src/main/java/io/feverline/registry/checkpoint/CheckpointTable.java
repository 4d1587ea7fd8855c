package io.feverline.registry.checkpoint;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checkpoints a set at a time. */
@ApplicationScoped
public class CheckpointTable implements BulkTable<Checkpoint> {
    private static final String COLUMNS =
            "SELECT id, name, kind, area_code, direction, latitude, longitude, version FROM checkpoint ";

    /** In one order, so that two who hold several never wait for each other. */
    private static final String HOLD = COLUMNS + "WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    private static final String PAGE = COLUMNS + "WHERE id > $1 AND starts_with(area_code, $2) ORDER BY id LIMIT $3";
    private static final String BY_AREA = COLUMNS + """
            WHERE (area_code, id) > ($1, $2) AND starts_with(area_code, $3) ORDER BY area_code, id LIMIT $4
            """;
    private static final String NAMES = "SELECT id, name FROM checkpoint WHERE id = ANY ($1)";
    private static final String AREAS = "SELECT code FROM area WHERE code = ANY ($1)";

    /** Leaves what is not of the version before, and what has been added since it was looked for. */
    private static final String WRITE = """
            INSERT INTO checkpoint AS c (id, name, kind, area_code, direction, latitude, longitude, version)
            SELECT id, name, kind, area_code, direction, latitude, longitude, version
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[],
                    $8::bigint[])
                AS i (id, name, kind, area_code, direction, latitude, longitude, version)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, kind = excluded.kind, area_code = excluded.area_code,
                    direction = excluded.direction, latitude = excluded.latitude, longitude = excluded.longitude,
                    version = excluded.version
                WHERE c.version = excluded.version - 1
            """;

    private final Pool pool;
    private final CheckpointEvents events;
    private final Residents residents;

    CheckpointTable(Pool pool, CheckpointEvents events, Residents residents) {
        this.pool = pool;
        this.events = events;
        this.residents = residents;
    }

    @Override
    public Uni<Stock<Checkpoint>> look(SqlConnection transaction, List<Checkpoint> rows, Actor actor) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Columns.of(rows).text(Checkpoint::id).tuple())
                .chain(held -> transaction
                        .preparedQuery(AREAS)
                        .execute(Columns.of(rows).text(Checkpoint::areaCode).tuple())
                        .map(areas -> new CheckpointStock(byId(held), codes(areas), actor.scope())));
    }

    /** The checkpoints of an area in order of id, after a given id. */
    public Uni<List<Checkpoint>> page(AreaScope scope, String after, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(after, scope.prefix(), limit))
                .map(rows -> List.copyOf(byId(rows).values()));
    }

    /** The checkpoints of an area in order of what is below it, and of id, after those of a given one. */
    public Uni<List<Checkpoint>> byArea(AreaScope scope, String afterArea, String afterId, int limit) {
        return pool.preparedQuery(BY_AREA)
                .execute(Tuple.of(afterArea, afterId, scope.prefix(), limit))
                .map(rows -> List.copyOf(byId(rows).values()));
    }

    /** What checkpoints are called, by their ids; those that are not known are not in it. */
    public Uni<Map<String, String>> names(Set<String> ids) {
        return pool.preparedQuery(NAMES)
                .execute(Tuple.of(ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getString("id"), row.getString("name")));
                    return names;
                });
    }

    private static Map<String, Checkpoint> byId(RowSet<Row> rows) {
        var found = new LinkedHashMap<String, Checkpoint>();
        for (Row row : rows) {
            found.put(
                    row.getString("id"),
                    new Checkpoint(
                                    row.getString("id"),
                                    row.getString("name"),
                                    CheckpointKind.valueOf(row.getString("kind")),
                                    row.getString("area_code"),
                                    Direction.valueOf(row.getString("direction")),
                                    position(row))
                            .as(row.getLong("version")));
        }
        return found;
    }

    private static @Nullable Position position(Row row) {
        Double latitude = row.getDouble("latitude");
        return latitude == null ? null : new Position(latitude, row.getDouble("longitude"));
    }

    private static Set<String> codes(RowSet<Row> rows) {
        var codes = new HashSet<String>();
        rows.forEach(row -> codes.add(row.getString("code")));
        return codes;
    }

    private final class CheckpointStock implements Stock<Checkpoint> {
        private final Map<String, Checkpoint> held;
        private final Set<String> areas;
        private final AreaScope scope;

        private CheckpointStock(Map<String, Checkpoint> held, Set<String> areas, AreaScope scope) {
            this.held = held;
            this.areas = areas;
            this.scope = scope;
        }

        @Override
        public @Nullable Checkpoint stored(Checkpoint row) {
            Checkpoint stored = held.get(row.id());
            return stored != null && scope.includes(stored.areaCode()) ? stored : null;
        }

        @Override
        public @Nullable Refusal refusal(Checkpoint row) {
            if (held.containsKey(row.id()) && stored(row) == null) {
                return new Refusal(
                        "id", new Rejection(Reason.ALREADY_EXISTS, "此编号的检测点在其他辖区 / this id is taken in another area"));
            }
            if (!scope.includes(row.areaCode())) {
                return new Refusal("area_code", Checkpoints.outside());
            }
            return areas.contains(row.areaCode()) ? null : new Refusal("area_code", Checkpoints.unknownArea());
        }

        @Override
        public Uni<List<OutboxEntry>> write(SqlConnection transaction, List<Checkpoint> rows) {
            var columns = Columns.of(rows)
                    .text(Checkpoint::id)
                    .text(Checkpoint::name)
                    .name(Checkpoint::kind)
                    .text(Checkpoint::areaCode)
                    .name(Checkpoint::direction)
                    .decimal(row -> degrees(row, Position::latitude))
                    .decimal(row -> degrees(row, Position::longitude))
                    .bigint(Checkpoint::version);
            List<OutboxEntry> entries = new ArrayList<>(rows.size());
            rows.forEach(row -> entries.add(events.registered(row)));
            return transaction
                    .preparedQuery(WRITE)
                    .execute(columns.tuple())
                    .invoke(written -> Stock.requireAll(written, rows))
                    .chain(() -> residents.moved(
                            transaction, rows.stream().filter(this::moves).toList()))
                    .invoke(entries::addAll)
                    .replaceWith(entries);
        }

        private static @Nullable Double degrees(Checkpoint row, Function<Position, Double> degrees) {
            Position position = row.position();
            return position == null ? null : degrees.apply(position);
        }

        private boolean moves(Checkpoint row) {
            Checkpoint stored = held.get(row.id());
            return stored != null && !stored.areaCode().equals(row.areaCode());
        }
    }
}
