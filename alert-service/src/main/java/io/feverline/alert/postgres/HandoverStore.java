package io.feverline.alert.postgres;

import io.feverline.alert.roster.Handover;
import io.feverline.alert.roster.HandoverQuery;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What shifts tell each other: it is added to and accepted, and never changed. */
@ApplicationScoped
public class HandoverStore {
    private static final String HANDOVERS = "SELECT * FROM handover";

    /** One statement, so that note and figures are of one moment. */
    private static final String WRITE = """
            WITH work AS (
                SELECT a.id, a.state, a.overdue_since, a.opened_at
                FROM unit u JOIN alert a ON starts_with(a.area_code, u.area_prefix)
                    AND (u.checkpoint_id IS NULL OR u.checkpoint_id = a.checkpoint_id)
                WHERE u.id = $1 AND a.state IN ('open', 'acknowledged', 'referred') AND a.episode_state <> 'merged'
                    AND NOT (a.historic AND a.state = 'open')
            )
            INSERT INTO handover (id, unit_id, unit_name, area_code, from_person, to_person, note, written_at,
                open, acknowledged, referred, overdue, alerts, clusters)
            SELECT gen_random_uuid(), u.id, u.name, u.area_code, $2, $3, $4, $5,
                (SELECT count(*) FROM work WHERE state = 'open'),
                (SELECT count(*) FROM work WHERE state = 'acknowledged'),
                (SELECT count(*) FROM work WHERE state = 'referred'),
                (SELECT count(*) FROM work WHERE state = 'referred' AND overdue_since IS NOT NULL),
                ARRAY(SELECT id FROM work ORDER BY opened_at DESC, id DESC LIMIT 500),
                ARRAY(SELECT c.id FROM alert_cluster c
                    WHERE c.merged_into IS NULL AND EXISTS (
                        SELECT FROM cluster_member m JOIN work w ON w.id = m.alert_id WHERE m.cluster_id = c.id)
                    ORDER BY c.last_at DESC, c.id DESC LIMIT 500)
            FROM unit u WHERE u.id = $1
            ON CONFLICT (unit_id, from_person, md5(note)) WHERE accepted_at IS NULL DO NOTHING
            RETURNING *""";

    private static final String WRITTEN =
            HANDOVERS + " WHERE unit_id = $1 AND from_person = $2 AND note = $3 ORDER BY written_at DESC, id LIMIT 1";

    private static final String ACCEPT = """
            UPDATE handover SET accepted_at = $3, accepted_by = $2
            WHERE id = $1 AND accepted_at IS NULL AND from_person <> $2""";

    private final Pool pool;

    HandoverStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Writes a hand-over with what is to be done at that moment. The same note sent again while it waits is the one
     * that there is.
     *
     * @param to who is expected
     * @return empty when there is no such unit any more
     */
    public Uni<Optional<Handover>> write(UUID unit, String from, @Nullable String to, String note, Instant now) {
        var parameters = Tuple.of(unit, from, to, note, now.atOffset(ZoneOffset.UTC));
        return one(WRITE, parameters)
                .chain(written -> written.isPresent()
                        ? Uni.createFrom().item(written)
                        : one(WRITTEN, Tuple.of(unit, from, note)));
    }

    /** A page of hand-overs, newest first. */
    public Uni<List<Handover>> page(HandoverQuery query) {
        HandoverQuery.Position after = query.after();
        Boolean accepted = query.accepted();
        var where = new Conditions()
                .and("starts_with(area_code, ?)", query.scope().prefix())
                .and("unit_id = ?", query.unit())
                .and("(accepted_at IS NOT NULL) = ?", accepted)
                .and(
                        "(written_at, id) < (?, ?)",
                        Conditions.time(after == null ? null : after.writtenAt()),
                        after == null ? null : after.id());
        return rows(where.select(HANDOVERS, "ORDER BY written_at DESC, id DESC", query.limit()), where.parameters());
    }

    /** A hand-over, when the scope covers it. */
    public Uni<Optional<Handover>> find(UUID id, AreaScope scope) {
        return one(HANDOVERS + " WHERE id = $1", Tuple.of(id))
                .map(found -> found.filter(handover -> scope.includes(handover.areaCode())));
    }

    /** Somebody else accepts a hand-over, unless somebody has; it is for the caller to see who did. */
    public Uni<Void> accept(UUID id, String by, Instant now) {
        return pool.preparedQuery(ACCEPT)
                .execute(Tuple.of(id, by, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Optional<Handover>> one(String sql, Tuple parameters) {
        return rows(sql, parameters).map(found -> found.stream().findFirst());
    }

    private Uni<List<Handover>> rows(String sql, Tuple parameters) {
        return Statements.rows(pool, sql, parameters, HandoverStore::handover);
    }

    private static Handover handover(Row row) {
        return new Handover(
                row.getUUID("id"),
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                row.getString("area_code"),
                row.getString("from_person"),
                row.getString("to_person"),
                row.getString("note"),
                row.getOffsetDateTime("written_at").toInstant(),
                new Handover.Work(
                        row.getInteger("open"),
                        row.getInteger("acknowledged"),
                        row.getInteger("referred"),
                        row.getInteger("overdue"),
                        List.of(row.getArrayOfUUIDs("alerts")),
                        List.of(row.getArrayOfUUIDs("clusters"))),
                row.getOffsetDateTime("accepted_at") == null
                        ? null
                        : row.getOffsetDateTime("accepted_at").toInstant(),
                row.getString("accepted_by"));
    }
}
