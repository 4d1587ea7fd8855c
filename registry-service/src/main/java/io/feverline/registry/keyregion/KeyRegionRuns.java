package io.feverline.registry.keyregion;

import io.feverline.events.access.AreaScope;
import io.feverline.registry.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges stored passages anew after each change of the list, step by step. A step is one transaction of what it finds,
 * what it counts, and how far it got: whatever ends in between, a run goes on where it was, and does nothing twice.
 */
@ApplicationScoped
public class KeyRegionRuns {
    /** Arrivals of one step, so that no step is long and none holds much: a list may say that everybody arrives. */
    static final int MOST = 5_000;

    private final Pool pool;
    private final Arrivals arrivals;
    private final Clock clock;

    KeyRegionRuns(Pool pool, Arrivals arrivals, Clock clock) {
        this.pool = pool;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Does the next step of the oldest run that is not finished; false if there is none, or it has to wait. */
    Uni<Boolean> step() {
        return pool.preparedQuery(RunSql.SEE)
                .execute()
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(RunSql.NEXT)
                        .execute()
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(false)
                                : look(transaction, Run.of(rows.iterator().next()))
                                        .replaceWith(true))));
    }

    private Uni<Void> look(SqlConnection transaction, Run run) {
        Instant now = clock.instant();
        var slice = Slice.next(run.doneUntil(), run.end(), now);
        return arrivals.withdraw(transaction, run.regionId(), slice)
                .chain(withdrawn -> arrivals.judgeStored(transaction, run.regionId(), slice, MOST)
                        .chain(added -> {
                            // Of passages at one instant there may be more: the next step begins with it.
                            Instant until = added.size() < MOST
                                    ? slice.to()
                                    : added.get(added.size() - 1).measuredAt();
                            boolean last = added.size() < MOST && slice.to().equals(run.end());
                            var areas = added.stream().map(Arrival::areaCode).toList();
                            return count(transaction, run, new Slice(slice.from(), until), areas, withdrawn)
                                    .chain(() -> proceed(transaction, run, until, last ? now : null));
                        }));
    }

    private static Uni<Void> count(
            SqlConnection transaction, Run run, Slice done, List<String> added, List<String> withdrawn) {
        return transaction
                .preparedQuery(RunSql.COUNT)
                .execute(Tuple.tuple()
                        .addLong(run.id())
                        .addOffsetDateTime(done.from().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(done.to().atOffset(ZoneOffset.UTC))
                        .addArrayOfString(added.toArray(String[]::new))
                        .addArrayOfString(withdrawn.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> proceed(SqlConnection transaction, Run run, Instant until, @Nullable Instant finished) {
        return transaction
                .preparedQuery(RunSql.PROCEED)
                .execute(Tuple.tuple()
                        .addLong(run.id())
                        .addOffsetDateTime(until.atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(finished == null ? null : finished.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The runs of a region, the latest first, below a number. */
    public Uni<Page<RunReport, Long>> page(String regionId, AreaScope scope, long before, int limit) {
        return pool.preparedQuery(RunSql.PAGE)
                .execute(Tuple.of(regionId, scope.prefix(), before, limit + 1))
                .map(rows -> {
                    var reports = new ArrayList<RunReport>(rows.size());
                    rows.forEach(row -> reports.add(report(row)));
                    return Page.of(reports, limit, RunReport::id);
                });
    }

    private static RunReport report(Row row) {
        return new RunReport(
                row.getLong("id"),
                row.getLong("region_version"),
                row.getString("changed_by"),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getOffsetDateTime("begins").toInstant(),
                time(row, "ends"),
                time(row, "finished_at"),
                row.getLong("passages"),
                row.getLong("added"),
                row.getLong("withdrawn"));
    }

    private static @Nullable Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private record Run(long id, String regionId, Instant doneUntil, Instant end) {
        static Run of(Row row) {
            Instant ends = time(row, "ends");
            return new Run(
                    row.getLong("id"),
                    row.getString("region_id"),
                    row.getOffsetDateTime("done_until").toInstant(),
                    ends == null || ends.isAfter(Slice.END) ? Slice.END : ends);
        }
    }
}
