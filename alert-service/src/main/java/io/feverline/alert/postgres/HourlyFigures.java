package io.feverline.alert.postgres;

import io.feverline.alert.device.Hour;
import io.feverline.events.access.AreaScope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What an area's last hours came to: live readings by what checkpoints told of them, a quarter of an hour at a time, and
 * fevers by the alerts that were raised live. The hour that runs is told up to its last whole quarter.
 */
@ApplicationScoped
public class HourlyFigures {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    /** Until then, how a quarter ended is stored. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String HOURS = """
            SELECT hour, coalesce(readings, 0) AS readings, coalesce(suspected, 0) AS suspected,
                coalesce(confirmed, 0) AS confirmed
            FROM generate_series($2::timestamptz, $3::timestamptz - interval '1 min', '1 hour') AS hour
            LEFT JOIN (
                SELECT date_bin('1 hour', quarter, 'epoch') AS hour, sum(readings) AS readings
                FROM checkpoint_quarter
                WHERE quarter >= $2 AND quarter < $3 AND starts_with(area_code, $1)
                GROUP BY 1) AS screened USING (hour)
            LEFT JOIN (
                SELECT date_bin('1 hour', opened_at, 'epoch') AS hour, count(*) AS suspected,
                    count(*) FILTER (WHERE episode_state = 'confirmed') AS confirmed
                FROM alert
                WHERE opened_at >= $2 AND opened_at < $3 AND starts_with(area_code, $1) AND NOT historic
                    AND episode_state <> 'merged'
                GROUP BY 1) AS fevers USING (hour)
            ORDER BY hour""";

    private final Pool pool;

    HourlyFigures(Pool pool) {
        this.pool = pool;
    }

    /** The hour that runs and the 24 before it, the first first. */
    public Uni<List<Hour>> lastDay(AreaScope scope, Instant now) {
        Instant to = lastQuarter(now.minus(PATIENCE));
        Instant from =
                to.minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(24));
        return Statements.rows(
                pool,
                HOURS,
                Tuple.of(scope.prefix(), Statements.time(from), Statements.time(to)),
                row -> new Hour(
                        AlertRows.instant(row, "hour"),
                        row.getLong("readings"),
                        row.getLong("suspected"),
                        row.getLong("confirmed")));
    }

    private static Instant lastQuarter(Instant time) {
        return time.minusMillis(time.toEpochMilli() % QUARTER.toMillis()).truncatedTo(ChronoUnit.MINUTES);
    }
}
