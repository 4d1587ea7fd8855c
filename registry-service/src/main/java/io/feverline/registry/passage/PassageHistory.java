package io.feverline.registry.passage;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.judgement.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a traveller or a vehicle has been. */
@ApplicationScoped
public class PassageHistory {
    /** Who is looked after in the area, wherever they have passed, and also when that is no longer kept. */
    private static final String HELD = """
            UNION ALL
            SELECT 1
            FROM same_person($1) AS s (id)
                JOIN held_traveller h ON h.traveller_id = s.id AND starts_with(h.area_code, $2)
                JOIN traveller t ON t.id = s.id
            """;

    /** Whose history: of a person all documents', of a vehicle its own. The statements differ in nothing else. */
    public enum Of {
        TRAVELLER("traveller_id", "same_person($1)", HELD, Act.TRAVELLER_HISTORY, Act.TRAVELLER_HISTORY_EXPORT),
        VEHICLE("vehicle_id", "(SELECT $1::uuid)", "", Act.VEHICLE_HISTORY, Act.VEHICLE_HISTORY_EXPORT);

        private static final String NEWEST_FIRST = "measured_at DESC, reading_id DESC";

        private final Act read;
        private final Act export;
        private final String page;
        private final String recordedPage;
        private final String more;
        private final String exists;

        Of(String column, String subjects, String otherwise, Act read, Act export) {
            this.read = read;
            this.export = export;
            // Each document by itself, in the order of its index; joined to what the page shows, and to nothing else.
            String rows = """
                    SELECT p.*, c.name AS checkpoint_name,
                        v.kind, v.temperature AS judged, v.threshold, v.policy_version,
                        ARRAY(SELECT DISTINCT f.finding FROM device_finding f
                            WHERE f.device_id = p.device_id AND f.since <= p.measured_at
                                AND (f.until > p.measured_at OR f.until IS NULL)
                            ORDER BY f.finding) AS findings
                    FROM (
                        SELECT of_one.*
                        FROM %1$s AS s (id) CROSS JOIN LATERAL (
                            SELECT reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, seq,
                                boot_id, lane, clock_ahead, temperature, mode, site, device_offset, ambient, recheck_of,
                                traveller_id, vehicle_id, origin_area, destination_area, trip, seat
                            FROM passage
                            WHERE %2$s
                            ORDER BY measured_at DESC, reading_id DESC
                            LIMIT $6) AS of_one
                        ORDER BY measured_at DESC, reading_id DESC
                        LIMIT $6) AS p
                    LEFT JOIN checkpoint c ON c.id = p.checkpoint_id
                    LEFT JOIN verdict v ON v.reading_id = p.reading_id
                    """.formatted(subjects, range(column));
            page = rows + "ORDER BY " + NEWEST_FIRST;
            recordedPage = AuditLog.recorded(rows, 6, "$1::text", NEWEST_FIRST);
            more = "SELECT 1 FROM %s AS s (id) JOIN passage ON %s OFFSET $6 LIMIT 1".formatted(subjects, range(column));
            exists = """
                    SELECT 1 FROM %s AS s (id) JOIN passage ON %s = s.id AND starts_with(area_code, $2)
                    %s
                    LIMIT 1
                    """.formatted(subjects, column, otherwise);
        }

        private static String range(String column) {
            return """
                    %s = s.id AND starts_with(area_code, $2)
                        AND measured_at >= $3 AND measured_at <= $4 AND (measured_at, reading_id) < ($4, $5)
                    """.formatted(column);
        }
    }

    private final Pool pool;
    private final AuditLog audit;

    PassageHistory(Pool pool, AuditLog audit) {
        this.pool = pool;
        this.audit = audit;
    }

    /**
     * A page of passages, newest first; that it was read is on record. Fails with a {@link Rejection} as {@link
     * #requireVisible} does.
     */
    public Uni<Page<PastPassage, HistoryCursor>> page(Of of, HistoryQuery query) {
        var deed = new Deed(query.reader(), of.read, query.subject());
        return audit.read(of.recordedPage, parameters(query).addInteger(query.limit() + 1), deed)
                // Who has a passage on the page is visible.
                .call(rows -> rows.size() > 0
                        ? Uni.createFrom().voidItem()
                        : pool.withTransaction(transaction -> requireVisible(
                                        transaction,
                                        of,
                                        query.subject(),
                                        query.reader().scope())
                                .call(() -> audit.append(transaction, deed))))
                .map(rows -> page(rows, query));
    }

    /** As {@link #page}, of somebody who is known to be visible, and whose reading is on record. */
    public Uni<Page<PastPassage, HistoryCursor>> next(Of of, HistoryQuery query) {
        return page(pool, of, query);
    }

    private static Uni<Page<PastPassage, HistoryCursor>> page(SqlClient client, Of of, HistoryQuery query) {
        return client.preparedQuery(of.page)
                .execute(parameters(query).addInteger(query.limit() + 1))
                .map(rows -> page(rows, query));
    }

    private static Page<PastPassage, HistoryCursor> page(RowSet<Row> rows, HistoryQuery query) {
        var passages = new ArrayList<PastPassage>(rows.size());
        rows.forEach(row -> passages.add(passage(row)));
        return Page.of(passages, query.limit(), p -> new HistoryCursor(p.measuredAt(), p.readingId()));
    }

    /**
     * Puts on record that the query's passages are exported; fails with a {@link Rejection} if there is nobody that the
     * reader may see.
     *
     * @return false, and then nothing is on record, if there are more passages than so many
     */
    public Uni<Boolean> beginExport(int passages, Of of, HistoryQuery query) {
        return pool.withTransaction(transaction -> requireVisible(
                        transaction, of, query.subject(), query.reader().scope())
                .chain(() -> hasAtMost(transaction, passages, of, query))
                .call(few -> few
                        ? audit.append(
                                transaction, new Deed(query.reader(), of.export, query.subject()).with(query.period()))
                        : Uni.createFrom().voidItem()));
    }

    /** Whether the query has no more passages than so many. */
    public Uni<Boolean> hasAtMost(SqlConnection transaction, int passages, Of of, HistoryQuery query) {
        return transaction
                .preparedQuery(of.more)
                .execute(parameters(query).addInteger(passages))
                .map(more -> more.size() == 0);
    }

    private static Tuple parameters(HistoryQuery query) {
        var start = query.start();
        return Tuple.tuple()
                .addUUID(query.subject())
                .addString(query.reader().scope().prefix())
                .addOffsetDateTime(query.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(start.measuredAt().atOffset(ZoneOffset.UTC))
                .addUUID(start.readingId());
    }

    /**
     * Fails with a {@link Rejection} unless there is a passage in the caller's area, at any time, or a traveller is
     * followed up there, or was and that is still kept; with another when somebody of that area has erased the traveller.
     */
    public Uni<Void> requireVisible(SqlConnection transaction, Of of, UUID subject, AreaScope scope) {
        return transaction
                .preparedQuery(of.exists)
                .execute(Tuple.of(subject, scope.prefix()))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().voidItem()
                        : audit.isDone(transaction, Act.TRAVELLER_ERASE, subject, scope)
                                .chain(erased -> Uni.createFrom().failure(erased ? erased() : notFound())));
    }

    private static Rejection erased() {
        return new Rejection(Reason.ERASED, "该旅客的信息已应申请删除 / what was kept of this traveller was erased");
    }

    private static Rejection notFound() {
        return new Rejection(Reason.NOT_FOUND, "您的辖区内没有此编号 / there is none with this id in your area");
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
                row.getString("checkpoint_name"),
                new Measurement(
                        row.getString("lane"),
                        row.getBoolean("clock_ahead"),
                        row.getInteger("temperature"),
                        row.getString("mode"),
                        row.getString("site"),
                        row.getInteger("device_offset"),
                        row.getInteger("ambient")),
                verdict(row),
                List.of(row.getArrayOfStrings("findings")),
                row.getUUID("recheck_of"),
                row.getUUID("traveller_id"),
                row.getUUID("vehicle_id"),
                new PastPassage.Trip(
                        row.getString("origin_area"),
                        row.getString("destination_area"),
                        row.getString("trip"),
                        row.getString("seat")));
    }

    private static @Nullable Verdict verdict(Row row) {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new Verdict(
                        kind, row.getInteger("judged"), row.getInteger("threshold"), row.getString("policy_version"));
    }
}
