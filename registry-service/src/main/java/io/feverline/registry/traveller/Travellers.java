package io.feverline.registry.traveller;

import io.feverline.events.access.AreaScope;
import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.DocumentNumbers;
import io.feverline.ingest.events.DocumentType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Finds travellers. */
@ApplicationScoped
public class Travellers {
    private static final String FIND = """
            SELECT t.id, document_type, document_valid, phone_valid, t.origin_area, t.destination_area,
                min(p.measured_at) AS first_seen, max(p.measured_at) AS last_seen
            FROM traveller t JOIN passage p ON p.traveller_id = t.id AND starts_with(p.area_code, $2)
            WHERE t.token = $1
            GROUP BY t.id
            """;

    private final Pool pool;
    private final BlindIndex index;

    Travellers(Pool pool, BlindIndex index) {
        this.pool = pool;
        this.index = index;
    }

    /** The traveller with this document, if one has passed in the caller's area. */
    public Uni<List<Traveller>> search(DocumentType type, String number, AreaScope scope) {
        String token =
                index.traveller(type, DocumentNumbers.normalise(type, number).number());
        return pool.preparedQuery(FIND).execute(Tuple.of(token, scope.prefix())).map(rows -> {
            var found = new ArrayList<Traveller>(1);
            rows.forEach(row -> found.add(traveller(row)));
            return found;
        });
    }

    private static Traveller traveller(Row row) {
        return new Traveller(
                row.getUUID("id"),
                row.getString("document_type"),
                row.getBoolean("document_valid"),
                row.getBoolean("phone_valid"),
                row.getString("origin_area"),
                row.getString("destination_area"),
                row.getOffsetDateTime("first_seen").toInstant(),
                row.getOffsetDateTime("last_seen").toInstant());
    }
}
