package io.feverline.registry.vehicle;

import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.Plates;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Finds vehicles. */
@ApplicationScoped
public class Vehicles {
    private static final String FIND = AuditLog.recorded("""
            SELECT v.id, plate_prefix, plate_valid, kind,
                min(p.measured_at) AS first_seen, max(p.measured_at) AS last_seen
            FROM vehicle v JOIN passage p ON p.vehicle_id = v.id AND starts_with(p.area_code, $2)
            WHERE v.token = $1
            GROUP BY v.id
            """, 2, "somebody.id::text", "id");

    private final BlindIndex index;
    private final AuditLog audit;

    Vehicles(BlindIndex index, AuditLog audit) {
        this.index = index;
        this.audit = audit;
    }

    /** The vehicle with this plate, if it has passed in the actor's area; the search is on record. */
    public Uni<List<Vehicle>> search(String plate, Actor actor) {
        String token = index.vehicle(Plates.normalise(plate).plate());
        var deed = new Deed(actor, Act.VEHICLE_SEARCH, null);
        return audit.read(FIND, Tuple.of(token, actor.scope().prefix()), deed)
                .map(Vehicles::vehicles)
                .call(found -> found.isEmpty()
                        ? audit.appendAlone(deed)
                        : Uni.createFrom().voidItem());
    }

    private static List<Vehicle> vehicles(RowSet<Row> rows) {
        var found = new ArrayList<Vehicle>(1);
        rows.forEach(row -> found.add(vehicle(row)));
        return found;
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
