package io.feverline.registry.bulk;

import io.feverline.registry.Rejection;
import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.events.csv.ImportRefused;
import io.feverline.registry.events.csv.Plan;
import io.feverline.registry.events.csv.Refusal;
import io.feverline.registry.events.csv.Report;
import io.feverline.registry.events.csv.Sheet;
import io.feverline.registry.events.csv.Sheet.Entry;
import io.feverline.registry.events.csv.Versioned;
import io.feverline.registry.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Changes reference data: a document's worth, or one thing. */
@ApplicationScoped
public class BulkChanges {
    private final Pool pool;
    private final Outbox outbox;
    private final AuditLog audit;

    BulkChanges(Pool pool, Outbox outbox, AuditLog audit) {
        this.pool = pool;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Writes a sheet, all or nothing; fails with {@link ImportRefused} when a row is bad. What many rows take is not
     * done where the database answers: everybody else waits there.
     *
     * @param dryRun only tells what it would do, bad rows included
     */
    public <R extends Versioned<R>> Uni<Report> run(
            BulkTable<R> table, Sheet<R> sheet, boolean dryRun, Actor actor, Act act) {
        List<R> rows = sheet.entries().stream().map(Entry::value).toList();
        return pool.withTransaction(transaction -> table.look(transaction, rows, actor)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(stock -> {
                    Plan<R> plan = Plan.of(sheet, stock);
                    Report report = plan.report();
                    if (dryRun) {
                        return Uni.createFrom().item(report);
                    }
                    if (report.bad() > 0) {
                        return Uni.createFrom().failure(new ImportRefused(report));
                    }
                    var deed = new Deed(actor, act, null)
                            .with("%d added, %d changed".formatted(report.added(), report.changed()));
                    return write(transaction, stock, plan.rows(), deed).replaceWith(report);
                }));
    }

    /**
     * Changes one thing; fails with a {@link Rejection} when it is not there, has changed since the caller saw it, or
     * cannot become what the row says.
     *
     * @param row names what it is about
     * @param change makes what is stored what it is to be
     * @param notFound why there is nothing to change
     * @return as it is from now on; what says the same already stays of its version
     */
    public <R extends Versioned<R>> Uni<R> change(
            BulkTable<R> table,
            R row,
            UnaryOperator<R> change,
            LongPredicate isAsSeen,
            Deed deed,
            Supplier<Rejection> notFound) {
        return pool.withTransaction(transaction -> table.look(transaction, List.of(row), deed.actor())
                .chain(stock -> {
                    R stored = stock.stored(row);
                    if (stored == null) {
                        throw notFound.get();
                    }
                    R changed = change.apply(stored);
                    Refusal refusal = stock.refusal(changed);
                    if (refusal != null) {
                        throw refusal.why();
                    }
                    if (!isAsSeen.test(stored.version())) {
                        throw Rejection.changed(stored.version());
                    }
                    if (changed.says(stored)) {
                        return Uni.createFrom().item(stored);
                    }
                    R next = changed.after(stored);
                    return write(transaction, stock, List.of(next), deed).replaceWith(next);
                }));
    }

    private <R> Uni<Void> write(SqlConnection transaction, Stock<R> stock, List<R> rows, Deed deed) {
        return (rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : stock.write(transaction, rows)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .chain(entries -> outbox.add(transaction, entries)))
                .chain(() -> audit.append(transaction, deed));
    }
}
