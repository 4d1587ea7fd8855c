package io.feverline.registry.followup;

import io.feverline.registry.config.FollowUpConfig;
import io.feverline.registry.postgres.Columns;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Has travellers with a confirmed fever followed up. What alert-service tells may come before the passage that it is
 * about, for readings and alerts have consumers of their own: until the traveller is known, a fever is kept here.
 */
@ApplicationScoped
public class PendingFevers {
    private static final Logger LOG = Logger.getLogger(PendingFevers.class);

    private final Pool pool;
    private final FollowUps followUps;
    private final FollowUpConfig config;
    private final Clock clock;

    PendingFevers(Pool pool, FollowUps followUps, FollowUpConfig config, Clock clock) {
        this.pool = pool;
        this.followUps = followUps;
        this.config = config;
        this.clock = clock;
    }

    /** Keeps fevers, and opens follow-ups of those whose travellers are known; told again, they change nothing. */
    public Uni<Void> store(List<FeverConfirmed> told) {
        var columns = Columns.of(told)
                .uuid(FeverConfirmed::openedBy)
                .text(FeverConfirmed::token)
                .uuid(FeverConfirmed::confirmedBy)
                .time(FeverConfirmed::at)
                .text(FeverConfirmed::checkpointArea)
                .tuple()
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(FollowUpSql.KEEP_PENDING)
                .execute(columns)
                .chain(() -> resolve(transaction))
                .replaceWithVoid());
    }

    /**
     * Opens follow-ups of those whose travellers have become known.
     *
     * @return how many follow-ups are new
     */
    public Uni<Integer> resolve() {
        return pool.withTransaction(this::resolve);
    }

    @Scheduled(every = "${feverline.follow-up.resolve-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return resolve()
                .onFailure()
                .invoke(e -> LOG.warnf("confirmed fevers wait for their follow-up: %s", e.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    private Uni<Integer> resolve(SqlConnection transaction) {
        Instant patience = clock.instant().minus(config.passageWithin());
        return transaction
                .preparedQuery(FollowUpSql.TAKE_PENDING)
                .execute(Tuple.of(patience.atOffset(ZoneOffset.UTC)))
                .chain(rows -> {
                    var openings = new ArrayList<Opening>(rows.size());
                    rows.forEach(row -> openings.add(opening(row)));
                    return followUps.open(transaction, openings);
                });
    }

    private static Opening opening(Row row) {
        return new Opening(
                row.getUUID("traveller_id"),
                row.getUUID("reading_id"),
                CauseKind.CONFIRMED_FEVER,
                null,
                row.getOffsetDateTime("at").toInstant(),
                row.getString("destination_area"),
                row.getString("area_code"));
    }
}
