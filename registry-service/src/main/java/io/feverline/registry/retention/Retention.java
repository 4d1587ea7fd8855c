package io.feverline.registry.retention;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.config.PassageConfig;
import io.feverline.registry.config.RetentionConfig;
import io.feverline.registry.passage.PassagePartitions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Forgets what is older than it may be. What was forgotten is on record: of each day, and in sum of all else. */
@ApplicationScoped
public class Retention {
    /** Rows that one statement forgets. */
    private static final int CHUNK = 1_000;

    /** A day is dropped between two of those who store and read: how often it is tried, and after which pauses. */
    private static final int TRIES = 20;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** No reading is from before, and none from after the end. */
    private static final LocalDate BEGINNING = LocalDate.EPOCH;

    private static final LocalDate END = LocalDate.of(10_000, 1, 1);

    private final Pool pool;
    private final AuditLog audit;
    private final RetentionConfig config;
    private final PassageConfig passages;
    private final Clock clock;
    private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);

    Retention(
            Pool pool,
            AuditLog audit,
            RetentionConfig config,
            PassageConfig passages,
            Clock clock,
            MeterRegistry metrics) {
        this.pool = pool;
        this.audit = audit;
        this.config = config;
        this.passages = passages;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            counters.put(
                    kind,
                    Counter.builder("feverline.retention.forgotten")
                            .description(
                                    "Rows that were deleted, or are of nobody now, because they were older than they may be")
                            .tag("kind", kind.text())
                            .register(metrics));
        }
    }

    /**
     * Forgets all that is to be forgotten now, unless another instance is at it. Passages go first: what remains when
     * that fails is kept because of them, and waits.
     */
    public Uni<Void> enforce() {
        return pool.withConnection(turn -> turn.query(RetentionSql.TAKE_TURN)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("mine"))
                .chain(mine -> mine
                        ? forgetAll()
                                .eventually(
                                        () -> turn.query(RetentionSql.END_TURN).execute())
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> forgetAll() {
        LocalDate oldest = today().minusDays(config.days());
        OffsetDateTime begin = beginOf(oldest);
        OffsetDateTime beginOfCases = beginOf(today().minusDays(config.caseDays()));
        var forgotten = new EnumMap<Kind, Long>(Kind.class);
        return dropBefore(oldest)
                .chain(() -> allOf(Kind.UNDATED_PASSAGES, () -> some(RetentionSql.UNDATED, begin), forgotten))
                .chain(() -> allOf(Kind.VERDICTS, () -> some(RetentionSql.VERDICTS, begin), forgotten))
                .chain(() -> allOf(Kind.DEVICE_FINDINGS, () -> some(RetentionSql.FINDINGS, begin), forgotten))
                .chain(() -> allOf(Kind.ARRIVALS, () -> some(RetentionSql.ARRIVALS, begin), forgotten))
                .chain(() -> allOf(Kind.PENDING_FEVERS, () -> some(RetentionSql.PENDING_FEVERS, begin), forgotten))
                .chain(() -> allOf(Kind.CASES, () -> some(RetentionSql.CASES, beginOfCases), forgotten))
                .chain(() -> allOf(Kind.TRAVELLERS, this::someTravellers, forgotten))
                .chain(() -> allOf(Kind.VEHICLES, this::someVehicles, forgotten))
                .eventually(() -> record(begin, forgotten));
    }

    private static OffsetDateTime beginOf(LocalDate day) {
        return day.atStartOfDay(PassagePartitions.COUNTY).toOffsetDateTime();
    }

    private Uni<Void> dropBefore(LocalDate oldest) {
        return pool.preparedQuery(RetentionSql.DAYS)
                .execute(Tuple.of(oldest))
                .onItem()
                .transformToMulti(days -> Multi.createFrom().iterable(days))
                .onItem()
                .transformToUniAndConcatenate(row -> drop(row.getLocalDate("day")))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Long> drop(LocalDate day) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery(RetentionSql.DROP)
                        .execute(Tuple.of(day))
                        .map(rows -> rows.iterator().next().getLong("passages"))
                        .call(count -> audit.append(
                                transaction,
                                new Deed(Actor.SERVICE, Act.RETENTION_DROP, day).with(count + " passages")))))
                .onFailure(Retention::isBusy)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(TRIES)
                .invoke(count -> count(Kind.PASSAGES, count));
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof PgException e && LOCK_NOT_AVAILABLE.equals(e.getSqlState());
    }

    private Uni<Integer> some(String statement, OffsetDateTime begin) {
        return pool.preparedQuery(statement).execute(Tuple.of(begin, CHUNK)).map(SqlResult::rowCount);
    }

    /** Of those last seen before what is kept, and of those whom a clock that ran far ahead has seen. */
    Uni<Integer> someTravellers() {
        return someGone(RetentionSql.LOCK_TRAVELLERS, RetentionSql.DELETE_TRAVELLERS);
    }

    private Uni<Integer> someVehicles() {
        return someGone(RetentionSql.LOCK_VEHICLES, RetentionSql.DELETE_VEHICLES);
    }

    private Uni<Integer> someGone(String lock, String delete) {
        LocalDate today = today();
        return someGone(lock, delete, BEGINNING, today.minusDays(config.days()))
                .chain(past -> past > 0
                        ? Uni.createFrom().item(past)
                        : someGone(lock, delete, today.plusDays(passages.daysAhead() + 1L), END));
    }

    private Uni<Integer> someGone(String lock, String delete, LocalDate from, LocalDate to) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(lock)
                .execute(Tuple.of(from, to, CHUNK))
                .chain(rows -> {
                    var ids = new ArrayList<UUID>(rows.size());
                    rows.forEach(row -> ids.add(row.getUUID("id")));
                    return ids.isEmpty()
                            ? Uni.createFrom().item(0)
                            : transaction
                                    .preparedQuery(delete)
                                    .execute(Tuple.of(ids.toArray(UUID[]::new)))
                                    .map(SqlResult::rowCount);
                }));
    }

    private Uni<Void> allOf(Kind kind, Supplier<Uni<Integer>> some, Map<Kind, Long> forgotten) {
        return Uni.createFrom()
                .deferred(some::get)
                .repeat()
                .whilst(count -> count > 0)
                .invoke(count -> {
                    count(kind, count);
                    forgotten.merge(kind, (long) count, Long::sum);
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void count(Kind kind, long rows) {
        Counter counter = counters.get(kind);
        if (counter != null) {
            counter.increment((double) rows);
        }
    }

    /** Also of what was forgotten before something failed. */
    private Uni<Void> record(OffsetDateTime begin, Map<Kind, Long> forgotten) {
        String sums = Stream.of(Kind.values())
                .filter(kind -> forgotten.getOrDefault(kind, 0L) > 0)
                .map(kind -> forgotten.get(kind) + " " + kind.text())
                .collect(Collectors.joining(", "));
        return sums.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(transaction -> audit.append(
                        transaction,
                        new Deed(Actor.SERVICE, Act.RETENTION_FORGET, null)
                                .with("passages before %s: %s".formatted(begin.toInstant(), sums))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PassagePartitions.COUNTY);
    }
}
