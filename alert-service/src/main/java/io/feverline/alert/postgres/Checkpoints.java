package io.feverline.alert.postgres;

import io.feverline.alert.device.Checkpoint;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checkpoints as they are registered. An older version of one, told again, changes nothing. */
@ApplicationScoped
public class Checkpoints {
    private static final String STORE = """
            INSERT INTO checkpoint AS c (id, name, area_code, latitude, longitude, version)
            SELECT DISTINCT ON (id) id, name, area_code, latitude, longitude, version
            FROM jsonb_to_recordset($1) AS (
                id text, name text, area_code text, latitude double precision, longitude double precision,
                version bigint)
            ORDER BY id, version DESC
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, area_code = excluded.area_code,
                latitude = excluded.latitude, longitude = excluded.longitude, version = excluded.version
            WHERE c.version < excluded.version""";
    private static final String IN = "SELECT * FROM checkpoint WHERE starts_with(area_code, $1)";

    private final Pool pool;

    Checkpoints(Pool pool) {
        this.pool = pool;
    }

    /** Stores what was told of checkpoints; completes when it is committed. */
    public Uni<Void> store(List<Checkpoint> batch) {
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(STORE).execute(Tuple.of(json(batch))).replaceWithVoid();
    }

    /** Those of an area, by id. */
    public Uni<Map<String, Checkpoint>> in(AreaScope scope) {
        return Statements.rows(pool, IN, Tuple.of(scope.prefix()), Checkpoints::checkpoint)
                .map(found -> found.stream().collect(Collectors.toMap(Checkpoint::id, each -> each)));
    }

    private static Checkpoint checkpoint(Row row) {
        return new Checkpoint(
                row.getString("id"),
                row.getString("name"),
                row.getString("area_code"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                row.getLong("version"));
    }

    private static JsonArray json(List<Checkpoint> batch) {
        var array = new JsonArray();
        for (Checkpoint checkpoint : batch) {
            array.add(new JsonObject()
                    .put("id", checkpoint.id())
                    .put("name", checkpoint.name())
                    .put("area_code", checkpoint.areaCode())
                    .put("latitude", checkpoint.latitude())
                    .put("longitude", checkpoint.longitude())
                    .put("version", checkpoint.version()));
        }
        return array;
    }
}
