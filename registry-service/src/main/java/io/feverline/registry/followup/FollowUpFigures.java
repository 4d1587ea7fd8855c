package io.feverline.registry.followup;

import io.feverline.registry.followup.rule.HalfDays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.ToDoubleFunction;

/**
 * Tells metrics how much there is to do; every instance sees the same tables, so take the maximum, not the sum. Not a
 * number while the database is away.
 */
@ApplicationScoped
public class FollowUpFigures {
    private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final Pool pool;
    private final HalfDays halfDays;
    private final Clock clock;
    private volatile Figures figures = UNKNOWN;

    FollowUpFigures(Pool pool, HalfDays halfDays, Clock clock, MeterRegistry metrics) {
        this.pool = pool;
        this.halfDays = halfDays;
        this.clock = clock;
        gauge(metrics, "feverline.follow.ups.open", "Travellers who are followed up", Figures::ongoing);
        gauge(
                metrics,
                "feverline.follow.ups.overdue",
                "Follow-ups that were assigned and not accepted in time",
                Figures::overdue);
        gauge(
                metrics,
                "feverline.follow.ups.missed",
                "Half days of open follow-ups that have ended without an entry",
                Figures::missed);
        gauge(
                metrics,
                "feverline.follow.ups.pending",
                "Confirmed fevers whose traveller is not known yet",
                Figures::pending);
    }

    private record Figures(double ongoing, double overdue, double missed, double pending) {}

    private void gauge(MeterRegistry metrics, String name, String what, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, () -> figure.applyAsDouble(figures))
                .description(what)
                .register(metrics);
    }

    @Scheduled(every = "${feverline.follow-up.count-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return count().onFailure()
                .recoverWithItem(UNKNOWN)
                .invoke(counted -> figures = counted)
                .replaceWithVoid();
    }

    private Uni<Figures> count() {
        Instant now = clock.instant();
        return pool.preparedQuery(FollowUpSql.FIGURES)
                .execute(Tuple.of(halfDays.numberAt(now), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> figures(rows.iterator().next()));
    }

    private static Figures figures(Row row) {
        return new Figures(
                row.getLong("ongoing"), row.getLong("overdue"), row.getLong("missed"), row.getLong("pending"));
    }
}
