package io.feverline.registry.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.config.ExportConfig;
import io.feverline.registry.events.evidence.SumsSigner;
import io.feverline.registry.postgres.Columns;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.ShiftPlan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Collects evidence. All tables are read, and that they were is put on record, in one transaction. */
@ApplicationScoped
public class Evidence {
    /** As long as a closed case is kept. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private static final String PASSAGES = """
            SELECT count(*) AS passages,
                EXISTS (SELECT FROM held_traveller
                    WHERE traveller_id IN (SELECT same_person($1)) AND starts_with(area_code, $4)) AS held
            FROM (
                SELECT FROM passage
                WHERE traveller_id IN (SELECT same_person($1)) AND measured_at >= $2 AND measured_at < $3 AND starts_with(area_code, $4)
                LIMIT $5) AS counted
            """;

    private final Pool pool;
    private final AuditLog audit;
    private final ShiftPlan plan;
    private final SumsSigner signer;
    private final ExportConfig config;
    private final Clock clock;

    Evidence(Pool pool, AuditLog audit, ShiftPlan plan, SumsSigner signer, ExportConfig config, Clock clock) {
        this.pool = pool;
        this.audit = audit;
        this.plan = plan;
        this.signer = signer;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The archive, a ZIP; fails with a {@link Rejection} if the traveller neither passed in the actor's area in that time
     * nor is followed up there, or passed so often that not all of it has room.
     */
    public Uni<byte[]> collect(EvidenceOrder order) {
        Instant now = clock.instant();
        if (!order.from().isBefore(order.to())) {
            return Uni.createFrom()
                    .failure(new Rejection(Reason.EMPTY_PERIOD, "期间须始早于终 / the period must begin before it ends"));
        }
        if (order.from().isBefore(order.to().minus(LONGEST))) {
            return Uni.createFrom()
                    .failure(new Rejection(
                            Reason.PERIOD_TOO_LONG,
                            "期间最长 %1$d 天 / the period has at most %1$d days".formatted(LONGEST.toDays())));
        }
        var archive = new Archive();
        return pool.withTransaction(transaction -> requirePassages(transaction, order)
                        .chain(() -> tables(transaction, order, now, archive))
                        .chain(() -> audit.append(transaction, order.deed()))
                        .chain(() -> audit.end(transaction))
                        .invoke(end -> archive.add(
                                "about.txt", About.of(order, now, end).getBytes(UTF_8))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(end -> archive.sealed(signer));
    }

    private Uni<Void> requirePassages(SqlConnection transaction, EvidenceOrder order) {
        return transaction
                .preparedQuery(PASSAGES)
                .execute(parameters(order).addInteger(config.rows() + 1))
                .invoke(rows -> {
                    var found = rows.iterator().next();
                    long passages = found.getLong("passages");
                    if (passages == 0 && !found.getBoolean("held")) {
                        throw new Rejection(
                                Reason.NOT_FOUND,
                                "此人在该时段未在您的辖区内出现，也不在辖区内随访"
                                        + " / nobody with this id passed in your area in that time, or is followed up there");
                    }
                    if (passages > config.rows()) {
                        throw new Rejection(
                                Reason.TOO_MANY_PASSAGES,
                                "期间内超过 %1$d 条，请缩短期间 / more than %1$d passages in the period: ask for a shorter one"
                                        .formatted(config.rows()));
                    }
                })
                .replaceWithVoid();
    }

    /** One after the other, as a connection takes one statement at a time. */
    private Uni<Void> tables(SqlConnection transaction, EvidenceOrder order, Instant now, Archive archive) {
        Uni<Void> read = Uni.createFrom().voidItem();
        for (Section section : Section.values()) {
            Tuple parameters = section.withShifts() ? withShifts(order, now) : parameters(order);
            read = read.chain(() -> transaction
                    .preparedQuery(section.sql())
                    .execute(parameters)
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(rows -> archive.add(section.file(), Tables.csv(rows)))
                    .replaceWithVoid());
        }
        return read;
    }

    private static Tuple parameters(EvidenceOrder order) {
        return Tuple.tuple()
                .addUUID(order.travellerId())
                .addOffsetDateTime(utc(order.from()))
                .addOffsetDateTime(utc(order.to()))
                .addString(order.actor().scope().prefix());
    }

    private Tuple withShifts(EvidenceOrder order, Instant now) {
        // A shift may begin the day before it is passed.
        LocalDate first = LocalDate.ofInstant(order.from(), ShiftPlan.COUNTY).minusDays(1);
        LocalDate last = LocalDate.ofInstant(order.to(), ShiftPlan.COUNTY);
        List<ShiftOfDay> shifts = plan.between(first, last);
        Tuple parameters = parameters(order);
        Tuple columns = Columns.of(shifts)
                .day(ShiftOfDay::day)
                .text(ShiftOfDay::shift)
                .time(ShiftOfDay::begins)
                .time(ShiftOfDay::ends)
                .time(ShiftOfDay::cutoff)
                .tuple();
        for (int i = 0; i < columns.size(); i++) {
            parameters.addValue(columns.getValue(i));
        }
        return parameters.addOffsetDateTime(utc(now));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
