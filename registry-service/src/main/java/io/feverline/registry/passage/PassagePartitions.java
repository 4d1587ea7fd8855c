package io.feverline.registry.passage;

import io.feverline.registry.config.PassageConfig;
import io.feverline.registry.config.RetentionConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The partitions of the passage table, one per day of the county's time. */
@ApplicationScoped
public class PassagePartitions {
    /** Whose midnight parts the days. */
    public static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    private static final String ENSURE =
            "SELECT ensure_passage_partition(day) FROM unnest($1::date[]) AS d (day) ORDER BY day";

    private final Pool pool;
    private final Clock clock;
    private final PassageConfig config;
    private final RetentionConfig retention;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    PassagePartitions(Pool pool, Clock clock, PassageConfig config, RetentionConfig retention) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.retention = retention;
    }

    /**
     * Makes what is missing for these times, in a transaction of its own. Times far ahead of now, and those past
     * retention, have no partition.
     */
    public Uni<Void> ensure(Collection<Instant> times) {
        LocalDate today = today();
        var days = new TreeSet<LocalDate>();
        for (Instant time : times) {
            LocalDate day = LocalDate.ofInstant(time, COUNTY);
            if (!made.contains(day)
                    && !day.isBefore(today.minusDays(retention.days()))
                    && !day.isAfter(today.plusDays(config.daysAhead()))) {
                days.add(day);
            }
        }
        return make(days);
    }

    /** Makes the partitions of today and of the days ahead. */
    public Uni<Void> ensureAhead() {
        LocalDate today = today();
        return make(new TreeSet<>(
                today.datesUntil(today.plusDays(config.daysAhead() + 1L)).toList()));
    }

    private Uni<Void> make(SortedSet<LocalDate> days) {
        if (days.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(ENSURE)
                .execute(Tuple.of(days.toArray(LocalDate[]::new)))
                .invoke(() -> made.addAll(days))
                .replaceWithVoid();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COUNTY);
    }
}
