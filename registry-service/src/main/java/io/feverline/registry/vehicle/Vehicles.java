package io.feverline.registry.vehicle;

import io.feverline.events.access.AreaScope;
import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.Plates;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Finds vehicles. */
@ApplicationScoped
public class Vehicles {
    private static final String FIND = """
            SELECT v.id, plate_prefix, plate_valid, kind,
                min(p.measured_at) AS first_seen, max(p.measured_at) AS last_seen
            FROM vehicle v JOIN passage p ON p.vehicle_id = v.id AND starts_with(p.area_code, $2)
            WHERE v.token = $1
            GROUP BY v.id
            """;

    private final Pool pool;
    private final BlindIndex index;

    Vehicles(Pool pool, BlindIndex index) {
        this.pool = pool;
        this.index = index;
    }

    /** The vehicle with this plate, if it has passed in the caller's area. */
    public Uni<List<Vehicle>> search(String plate, AreaScope scope) {
        String token = index.vehicle(Plates.normalise(plate).plate());
        return pool.preparedQuery(FIND).execute(Tuple.of(token, scope.prefix())).map(rows -> {
            var found = new ArrayList<Vehicle>(1);
            rows.forEach(row -> found.add(vehicle(row)));
            return found;
        });
    }

    private static Vehicle vehicle(Row row) {
        return new Vehicle(
                row.getUUID("id"),
                row.getString("plate_prefix"),
                row.getBoolean("plate_valid"),
                row.getString("kind"),
                row.getOffsetDateTime("first_seen").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant());
    }
}
