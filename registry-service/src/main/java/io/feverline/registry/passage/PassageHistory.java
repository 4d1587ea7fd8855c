package io.feverline.registry.passage;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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
        TRAVELLER("traveller_id"),
        VEHICLE("vehicle_id");

        private final String page;
        private final String exists;

        Of(String column) {
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

    PassageHistory(Pool pool) {
        this.pool = pool;
    }

    /**
     * A page of passages, newest first; fails with a {@link Rejection} if the traveller or vehicle has none, at any
     * time, that the caller may see.
     */
    public Uni<Page<PastPassage, HistoryCursor>> page(Of of, HistoryQuery query) {
        var start = query.start();
        var parameters = Tuple.tuple()
                .addUUID(query.subject())
                .addString(query.scope().prefix())
                .addOffsetDateTime(query.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(start.measuredAt().atOffset(ZoneOffset.UTC))
                .addUUID(start.readingId())
                .addInteger(query.limit() + 1);
        return requireVisible(of, query.subject(), query.scope())
                .chain(() -> pool.preparedQuery(of.page).execute(parameters))
                .map(rows -> {
                    var passages = new ArrayList<PastPassage>(rows.size());
                    rows.forEach(row -> passages.add(passage(row)));
                    return Page.of(passages, query.limit(), p -> new HistoryCursor(p.measuredAt(), p.readingId()));
                });
    }

    /** Fails with a {@link Rejection} unless there is a passage in the caller's area. */
    public Uni<Void> requireVisible(Of of, UUID subject, AreaScope scope) {
        return pool.preparedQuery(of.exists)
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
