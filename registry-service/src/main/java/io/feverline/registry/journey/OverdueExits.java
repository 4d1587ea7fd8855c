package io.feverline.registry.journey;

import io.feverline.registry.Page;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.config.JourneyConfig;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageHistory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Who came into a county, said that they go on, and has not been seen to leave. */
@ApplicationScoped
public class OverdueExits {
    static final String OF_TRAVELLERS = page("traveller_id", "same_person(p.traveller_id)");
    static final String OF_VEHICLES = page("vehicle_id", "(SELECT p.vehicle_id)");

    private static final Duration FIRST_STEP = Duration.ofHours(1);

    private final Pool pool;
    private final AuditLog audit;
    private final JourneyConfig config;

    OverdueExits(Pool pool, AuditLog audit, JourneyConfig config) {
        this.pool = pool;
        this.audit = audit;
        this.config = config;
    }

    /** A page of them, who came last first; that it was read is on record. */
    public Uni<Page<OverdueExit, HistoryCursor>> page(OverdueExitQuery query) {
        return pool.withTransaction(transaction -> walk(
                        transaction, query, query.start(), FIRST_STEP, new ArrayList<>())
                .call(() -> audit.append(transaction, query.deed()))
                .map(exits ->
                        Page.of(exits, query.limit(), exit -> new HistoryCursor(exit.enteredAt(), exit.readingId()))));
    }

    /**
     * Goes back from a place until the page is full, each step twice as far as the one before: of a busy county nothing
     * is read that is not near the page, and of a quiet one days take few statements.
     */
    private Uni<List<OverdueExit>> walk(
            SqlConnection transaction,
            OverdueExitQuery query,
            HistoryCursor start,
            Duration step,
            List<OverdueExit> found) {
        Instant from = query.from();
        boolean isLast = Duration.between(from, start.measuredAt()).compareTo(step) <= 0;
        Instant begin = isLast ? from : start.measuredAt().minus(step);
        var parameters = Tuple.tuple()
                .addString(query.reader().scope().prefix())
                .addOffsetDateTime(begin.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(start.measuredAt().atOffset(ZoneOffset.UTC))
                .addUUID(start.readingId())
                .addBoolean(query.undeclared())
                .addInteger(query.limit() + 1 - found.size());
        return transaction
                .preparedQuery(query.of() == PassageHistory.Of.TRAVELLER ? OF_TRAVELLERS : OF_VEHICLES)
                .execute(parameters)
                .chain(rows -> {
                    found.addAll(exits(rows));
                    return isLast || found.size() > query.limit()
                            ? Uni.createFrom().item(found)
                            : walk(transaction, query, HistoryCursor.before(begin), step.multipliedBy(2), found);
                });
    }

    private List<OverdueExit> exits(RowSet<Row> rows) {
        var exits = new ArrayList<OverdueExit>(rows.size());
        for (Row row : rows) {
            var enteredAt = row.getOffsetDateTime("measured_at").toInstant();
            exits.add(new OverdueExit(
                    row.getUUID("reading_id"),
                    enteredAt,
                    enteredAt.plus(config.stay()),
                    row.getUUID("traveller_id"),
                    row.getUUID("vehicle_id"),
                    row.getString("checkpoint_id"),
                    row.getString("name"),
                    row.getString("area_code"),
                    row.getString("destination_area")));
        }
        return exits;
    }

    /**
     * The rule of Stays, for a list: the latest that is known of somebody is an entry. A destination such as a province
     * that the county is in is none elsewhere. Where a bus is registered is not where it is. Entries are sorted
     * inside, before anybody is looked for: that is done one after the other, until the page is full.
     */
    private static String page(String column, String subjects) {
        return """
                SELECT * FROM (
                    SELECT p.reading_id, p.measured_at, p.traveller_id, p.vehicle_id, p.checkpoint_id, c.name,
                        p.area_code, p.destination_area
                    FROM passage p
                    JOIN checkpoint c ON c.id = p.checkpoint_id AND c.direction = 'ENTRY' AND c.kind <> 'BUS'
                    WHERE p.%1$s IS NOT NULL AND starts_with(p.area_code, $1) AND p.measured_at >= $2
                        AND p.measured_at <= $3 AND (p.measured_at, p.reading_id) < ($3, $4)
                        AND (p.destination_area IS NULL AND $5 OR NOT starts_with(
                            p.area_code, regexp_replace(left(p.destination_area, 6), '(00)+$', '')))
                    ORDER BY p.measured_at DESC, p.reading_id DESC) AS p
                WHERE NOT EXISTS (
                    SELECT FROM %2$s AS s (id)
                    JOIN passage later ON later.%1$s = s.id
                    JOIN checkpoint d ON d.id = later.checkpoint_id AND d.kind <> 'BUS'
                    WHERE starts_with(later.area_code, $1) AND later.measured_at >= p.measured_at
                        AND (later.measured_at, later.reading_id) > (p.measured_at, p.reading_id)
                        AND (d.direction <> 'BOTH' OR left(later.area_code, 6) <> left(p.area_code, 6)))
                ORDER BY p.measured_at DESC, p.reading_id DESC
                LIMIT $6
                """.formatted(column, subjects);
    }
}
