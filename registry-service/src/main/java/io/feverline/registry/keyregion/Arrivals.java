package io.feverline.registry.keyregion;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.postgres.Columns;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who came from a key region: judged when a passage is stored, and anew when the list has changed. */
@ApplicationScoped
public class Arrivals {
    private final Pool pool;
    private final AuditLog audit;
    private final Clock clock;
    private final List<ArrivalListener> listeners;

    Arrivals(Pool pool, AuditLog audit, Clock clock, @All List<ArrivalListener> listeners) {
        this.pool = pool;
        this.audit = audit;
        this.clock = clock;
        this.listeners = listeners;
    }

    /**
     * Judges passages by the list as of their times, in the transaction that stores them and after they are stored: a
     * run that follows a change of the list knows by that for which transactions to wait. One statement.
     */
    public Uni<Void> judge(SqlConnection transaction, List<Origin> origins) {
        if (origins.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Columns.of(origins)
                .uuid(Origin::readingId)
                .time(Origin::measuredAt)
                .text(Origin::checkpointId)
                .text(Origin::areaCode)
                .text(Origin::travellerToken)
                .text(Origin::originArea)
                .text(Origin::destinationArea)
                .text(Origin::vehicleToken)
                .text(Origin::platePrefix)
                .tuple()
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(ArrivalSql.JUDGE)
                .execute(columns)
                .chain(rows -> tell(transaction, arrivals(rows)))
                .replaceWithVoid();
    }

    /** Judges passages that are stored by a region as it is listed now. Gives the first so many that are new. */
    Uni<List<Arrival>> judgeStored(SqlConnection transaction, String region, Slice slice, int most) {
        var parameters = slice(region, slice)
                .addInteger(most)
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(ArrivalSql.JUDGE_STORED)
                .execute(parameters)
                .chain(rows -> tell(transaction, arrivals(rows)));
    }

    /** Takes back what was judged by a region when it was none. Gives the areas of what was taken back. */
    Uni<List<String>> withdraw(SqlConnection transaction, String region, Slice slice) {
        return transaction
                .preparedQuery(ArrivalSql.WITHDRAW)
                .execute(slice(region, slice))
                .map(rows -> {
                    var areas = new ArrayList<String>(rows.size());
                    rows.forEach(row -> areas.add(row.getString("area_code")));
                    return areas;
                });
    }

    /** A page of arrivals, newest first; that it was read is on record. */
    public Uni<Page<Arrival, ArrivalCursor>> page(ArrivalQuery query) {
        var start = query.start();
        var parameters = Tuple.tuple()
                .addString(query.reader().scope().prefix())
                .addOffsetDateTime(query.begin().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(start.measuredAt().atOffset(ZoneOffset.UTC))
                .addUUID(start.readingId())
                .addString(start.regionId())
                .addInteger(query.limit() + 1);
        String region = query.region();
        if (region != null) {
            parameters.addString(region);
        }
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(region == null ? ArrivalSql.PAGE : ArrivalSql.PAGE_OF_REGION)
                .execute(parameters)
                .call(() -> audit.append(transaction, query.deed()))
                .map(rows -> Page.of(arrivals(rows), query.limit(), ArrivalCursor::of)));
    }

    /** Those of a person in an area, newest first; the caller puts it on record. */
    public Uni<List<Arrival>> ofPerson(SqlConnection transaction, UUID travellerId, AreaScope scope) {
        return transaction
                .preparedQuery(ArrivalSql.OF_PERSON)
                .execute(Tuple.of(travellerId, scope.prefix()))
                .map(Arrivals::arrivals);
    }

    private Uni<List<Arrival>> tell(SqlConnection transaction, List<Arrival> fresh) {
        Uni<List<Arrival>> told = Uni.createFrom().item(fresh);
        if (!fresh.isEmpty()) {
            for (ArrivalListener listener : listeners) {
                told = told.call(() -> listener.arrived(transaction, fresh));
            }
        }
        return told;
    }

    private static Tuple slice(String region, Slice slice) {
        return Tuple.tuple()
                .addString(region)
                .addOffsetDateTime(slice.from().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(slice.to().atOffset(ZoneOffset.UTC));
    }

    private static List<Arrival> arrivals(RowSet<Row> rows) {
        var arrivals = new ArrayList<Arrival>(rows.size());
        for (Row row : rows) {
            arrivals.add(new Arrival(
                    row.getUUID("reading_id"),
                    time(row, "measured_at"),
                    row.getString("region_id"),
                    row.getUUID("traveller_id"),
                    row.getUUID("vehicle_id"),
                    row.getString("checkpoint_id"),
                    row.getString("area_code"),
                    row.getString("destination_area"),
                    time(row, "judged_at")));
        }
        return arrivals;
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
