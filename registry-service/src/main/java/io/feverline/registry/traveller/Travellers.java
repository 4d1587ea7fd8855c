package io.feverline.registry.traveller;

import io.feverline.events.access.AreaScope;
import io.feverline.events.identity.BlindIndex;
import io.feverline.events.identity.DocumentNumbers;
import io.feverline.ingest.events.DocumentType;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds travellers. */
@ApplicationScoped
public class Travellers {
    /** From where to where is what was said in the area: what was said elsewhere tells of having been there. */
    private static final String SELECT = """
            SELECT t.id, document_type, document_valid, phone_valid,
                (array_agg(p.origin_area ORDER BY p.measured_at DESC, p.reading_id DESC)
                    FILTER (WHERE p.origin_area IS NOT NULL))[1] AS origin_area,
                (array_agg(p.destination_area ORDER BY p.measured_at DESC, p.reading_id DESC)
                    FILTER (WHERE p.destination_area IS NOT NULL))[1] AS destination_area,
                min(p.measured_at) AS first_seen, max(p.measured_at) AS last_seen,
                ARRAY(SELECT traveller_id FROM traveller_merge WHERE merged_into = t.id ORDER BY traveller_id) AS merged
            FROM (
                SELECT coalesce(m.merged_into, f.id) AS person
                FROM traveller f LEFT JOIN traveller_merge m ON m.traveller_id = f.id
                WHERE f.%s = $1) AS found
            JOIN traveller t ON t.id = found.person
            CROSS JOIN LATERAL (
                SELECT t.id UNION ALL SELECT traveller_id FROM traveller_merge WHERE merged_into = t.id) AS d (id)
            LEFT JOIN passage p ON p.traveller_id = d.id AND starts_with(p.area_code, $2)
            GROUP BY t.id
            HAVING count(p.reading_id) > 0 OR EXISTS (
                SELECT FROM same_person(t.id) AS s (id)
                    JOIN held_traveller h ON h.traveller_id = s.id AND starts_with(h.area_code, $2))
            """;

    private static final String FIND = AuditLog.recorded(SELECT.formatted("token"), 2, "somebody.id::text", "id");
    private static final String GET = SELECT.formatted("id");

    private final BlindIndex index;
    private final AuditLog audit;

    Travellers(BlindIndex index, AuditLog audit) {
        this.index = index;
        this.audit = audit;
    }

    /** The person with this document, if they passed in the actor's area or are looked after there; it is on record. */
    public Uni<List<Traveller>> search(DocumentType type, String number, Actor actor) {
        String token =
                index.traveller(type, DocumentNumbers.normalise(type, number).number());
        var deed = new Deed(actor, Act.TRAVELLER_SEARCH, null);
        return audit.read(FIND, Tuple.of(token, actor.scope().prefix()), deed)
                .map(Travellers::travellers)
                .call(found -> found.isEmpty()
                        ? audit.appendAlone(deed)
                        : Uni.createFrom().voidItem());
    }

    /** The person that a traveller is who is known to be visible. */
    public Uni<Traveller> get(SqlConnection transaction, UUID id, AreaScope scope) {
        return transaction
                .preparedQuery(GET)
                .execute(Tuple.of(id, scope.prefix()))
                .map(rows -> traveller(rows.iterator().next()));
    }

    private static List<Traveller> travellers(RowSet<Row> rows) {
        var found = new ArrayList<Traveller>(1);
        rows.forEach(row -> found.add(traveller(row)));
        return found;
    }

    private static Traveller traveller(Row row) {
        return new Traveller(
                row.getUUID("id"),
                row.getString("document_type"),
                row.getBoolean("document_valid"),
                row.getBoolean("phone_valid"),
                row.getString("origin_area"),
                row.getString("destination_area"),
                instant(row.getOffsetDateTime("first_seen")),
                instant(row.getOffsetDateTime("last_seen")),
                List.of(row.getArrayOfUUIDs("merged")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
