package io.feverline.registry.passage;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;

/** Where a traveller or a vehicle has been. */
@ApplicationScoped
public class PassageHistory {
    /** Whose history: the statements differ in the column alone. */
    public enum Of {
        TRAVELLER("traveller_id", Act.TRAVELLER_HISTORY),
        VEHICLE("vehicle_id", Act.VEHICLE_HISTORY);

        private final Act read;
        private final String page;
        private final String exists;

        Of(String column, Act read) {
            this.read = read;
            page = """
                    SELECT reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, seq, boot_id, lane,
                        clock_ahead, temperature, mode, site, device_offset, ambient, recheck_of, traveller_id, vehicle_id,
                        origin_area, destination_area, trip, seat
                    FROM passage
                    WHERE %s = $1 AND starts_with(area_code, $2)
                        AND measured_at >= $3 AND measured_at <= $4 AND (measured_at, reading_id) < ($4, $5)
                    ORDER BY measured_at DESC, reading_id DESC
                    LIMIT $6
                    """.formatted(column);
            exists = "SELECT 1 FROM passage WHERE %s = $1 AND starts_with(area_code, $2) LIMIT 1".formatted(column);
        }
    }

    private final Pool pool;
    private final AuditLog audit;

    PassageHistory(Pool pool, AuditLog audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /**
     * A page of passages, newest first; that it was read is on record. Fails with a {@link Rejection} if the traveller
     * or vehicle has none, at any time, that the reader may see.
     */
    public Uni<Page<PastPassage, HistoryCursor>> page(Of of, HistoryQuery query) {
        var start = query.start();
        var parameters = Tuple.tuple()
                .addUUID(query.subject())
                .addString(query.reader().scope().prefix())
                .addOffsetDateTime(query.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(start.measuredAt().atOffset(ZoneOffset.UTC))
                .addUUID(start.readingId())
                .addInteger(query.limit() + 1);
        return pool.withTransaction(transaction -> requireVisible(
                                transaction, of, query.subject(), query.reader().scope())
                        .chain(() -> transaction.preparedQuery(of.page).execute(parameters))
                        .call(() -> audit.append(transaction, new Deed(query.reader(), of.read, query.subject()))))
                .map(rows -> {
                    var passages = new ArrayList<PastPassage>(rows.size());
                    rows.forEach(row -> passages.add(passage(row)));
                    return Page.of(passages, query.limit(), p -> new HistoryCursor(p.measuredAt(), p.readingId()));
                });
    }

    /** Fails with a {@link Rejection} unless there is a passage in the caller's area. */
    public Uni<Void> requireVisible(SqlConnection transaction, Of of, UUID subject, AreaScope scope) {
        return transaction
                .preparedQuery(of.exists)
                .execute(Tuple.of(subject, scope.prefix()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new Rejection(Reason.NOT_FOUND, "您的辖区内没有此编号 / there is none with this id in your area");
                    }
                    return null;
                });
    }

    private static PastPassage passage(Row row) {
        return new PastPassage(
                row.getUUID("reading_id"),
                row.getOffsetDateTime("measured_at").toInstant(),
                row.getOffsetDateTime("received_at").toInstant(),
                new Place(
                        row.getString("device_id"),
                        row.getString("checkpoint_id"),
                        row.getString("area_code"),
                        row.getLong("seq"),
                        row.getString("boot_id")),
                new Measurement(
                        row.getString("lane"),
                        row.getBoolean("clock_ahead"),
                        row.getInteger("temperature"),
                        row.getString("mode"),
                        row.getString("site"),
                        row.getInteger("device_offset"),
                        row.getInteger("ambient")),
                row.getUUID("recheck_of"),
                row.getUUID("traveller_id"),
                row.getUUID("vehicle_id"),
                new PastPassage.Trip(
                        row.getString("origin_area"),
                        row.getString("destination_area"),
                        row.getString("trip"),
                        row.getString("seat")));
    }
}
