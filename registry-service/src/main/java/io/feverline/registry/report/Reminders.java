package io.feverline.registry.report;

import io.feverline.registry.config.ReportConfig;
import io.feverline.registry.outbox.Outbox;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.report.rule.ShiftOfDay;
import io.feverline.registry.report.rule.ShiftPlan;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of reports that are not signed: once before the cutoff and once after it, however many instances look. What is
 * told is noted in the transaction that tells it.
 */
@ApplicationScoped
public class Reminders {
    private final Pool pool;
    private final Outbox outbox;
    private final ReminderEvents events;
    private final ShiftPlan plan;
    private final ReportConfig config;
    private final Clock clock;

    Reminders(Pool pool, Outbox outbox, ReminderEvents events, ShiftPlan plan, ReportConfig config, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.events = events;
        this.plan = plan;
        this.config = config;
        this.clock = clock;
    }

    /** Reports that are not signed: of those whose shift has ended, and of those whose cutoff is over of late. */
    record Unsigned(long open, long missing) {}

    /**
     * Tells of what is to be told now.
     *
     * @return of how many reports
     */
    Uni<Integer> remind() {
        Instant now = clock.instant();
        List<ShiftOfDay> shifts =
                plan.cutOffBetween(now.minus(config.missingWithin()), now.plus(config.remindBefore()));
        if (shifts.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        String[] kinds = shifts.stream()
                .map(shift -> Reminder.Kind.at(now, shift).name())
                .toArray(String[]::new);
        var parameters = Reports.shifts(shifts).addValue(kinds).addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return pool.withTransaction(transaction ->
                transaction.preparedQuery(ReportSql.REMIND).execute(parameters).chain(rows -> tell(transaction, rows)));
    }

    private Uni<Integer> tell(SqlConnection transaction, RowSet<Row> rows) {
        var entries = new ArrayList<OutboxEntry>(rows.size());
        rows.forEach(row -> entries.add(events.reminded(reminder(row))));
        return entries.isEmpty()
                ? Uni.createFrom().item(0)
                : outbox.add(transaction, entries).replaceWith(entries.size());
    }

    private Reminder reminder(Row row) {
        LocalDate day = row.getLocalDate("day");
        return new Reminder(
                row.getString("checkpoint_id"),
                row.getString("area_code"),
                plan.find(day, row.getString("shift")).orElseThrow(),
                Reminder.Kind.valueOf(row.getString("kind")));
    }

    Uni<Unsigned> unsigned() {
        Instant now = clock.instant();
        List<ShiftOfDay> ended = plan.cutOffBetween(now.minus(config.missingWithin()), now.plus(config.cutoff()));
        return pool.preparedQuery(ReportSql.UNSIGNED_NOW)
                .execute(Reports.shifts(ended).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Unsigned(row.getLong("open"), row.getLong("missing"));
                });
    }
}
