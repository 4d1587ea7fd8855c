package io.feverline.registry.followup;

import io.feverline.registry.config.FollowUpConfig;
import io.feverline.registry.followup.rule.Course;
import io.feverline.registry.followup.rule.HalfDays;
import io.feverline.registry.postgres.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Opens follow-ups: one a traveller at a time, by one statement for however many. */
@ApplicationScoped
public class FollowUps {
    private final HalfDays halfDays;
    private final FollowUpConfig config;
    private final Clock clock;

    FollowUps(HalfDays halfDays, FollowUpConfig config, Clock clock) {
        this.halfDays = halfDays;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Has travellers followed up, in the caller's transaction. A traveller who is already is so for as long as the
     * newest cause asks for. A cause that was told before changes nothing, also when its follow-up is over. Where they
     * went is the grid cell, town or county that is known of the destination, as exactly as it is; of a destination
     * that is unknown, or no more exact than a city, it is the county of the checkpoint.
     *
     * @return how many follow-ups are new
     */
    public Uni<Integer> open(SqlConnection transaction, List<Opening> openings) {
        if (openings.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Instant now = clock.instant();
        var causes = openings.stream().map(opening -> caused(opening, now)).toList();
        var columns = Columns.of(causes)
                .uuid(cause -> cause.opening.travellerId())
                .uuid(cause -> cause.opening.readingId())
                .name(cause -> cause.opening.kind())
                .text(cause -> cause.opening.regionId())
                .time(Caused::at)
                .text(cause -> cause.opening.destinationArea())
                .text(cause -> cause.opening.checkpointArea())
                .bigint(cause -> cause.course.from())
                .bigint(cause -> cause.course.end())
                .tuple()
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return transaction.preparedQuery(FollowUpSql.OPEN).execute(columns).map(FollowUps::opened);
    }

    private record Caused(Opening opening, Instant at, Course course) {}

    private Caused caused(Opening opening, Instant now) {
        Instant at = opening.at().isAfter(now) ? now : opening.at();
        return new Caused(opening, at, Course.of(at, now, config.days(), halfDays));
    }

    private static int opened(RowSet<Row> rows) {
        int opened = 0;
        for (Row row : rows) {
            if (row.getBoolean("opened")) {
                opened++;
            }
        }
        return opened;
    }
}
