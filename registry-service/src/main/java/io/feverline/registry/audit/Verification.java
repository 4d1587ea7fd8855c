package io.feverline.registry.audit;

import io.feverline.registry.access.Actor;
import io.feverline.registry.events.audit.AuditCheck;
import io.feverline.registry.events.audit.AuditCheck.Outcome;
import io.feverline.registry.events.audit.AuditRow;
import io.feverline.registry.events.audit.HeadVerifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the whole log and all published heads, and tells whether anything was changed or cut off. */
@ApplicationScoped
public class Verification {
    /** Hashing so many takes a millisecond or two of the event loop. */
    private static final int PAGE = 1_000;

    private final AuditLog log;
    private final HeadArchive archive;
    private final HeadVerifier verifier;
    private final Pool pool;

    Verification(AuditLog log, HeadArchive archive, HeadVerifier verifier, Pool pool) {
        this.log = log;
        this.archive = archive;
        this.verifier = verifier;
        this.pool = pool;
    }

    /**
     * What a verification came to.
     *
     * @param isAppendOnly whether the database keeps this service from changing the log
     */
    public record Report(Outcome outcome, boolean isAppendOnly) {}

    /** Verifies it; that it was is on record afterwards. Heads first: what is signed meanwhile is not missed. */
    public Uni<Report> verify(Actor auditor) {
        return archive.heads()
                .map(heads -> new AuditCheck(heads, verifier))
                .chain(this::readAll)
                .chain(outcome -> log.isAppendOnly().map(held -> new Report(outcome, held)))
                .call(report -> pool.withTransaction(transaction -> log.append(transaction, deed(auditor, report))));
    }

    private Uni<Outcome> readAll(AuditCheck check) {
        var last = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> log.after(last.get(), PAGE))
                .whilst(rows -> rows.size() == PAGE)
                .invoke(rows -> accept(check, last, rows))
                .collect()
                .last()
                .map(rows -> check.outcome());
    }

    private static void accept(AuditCheck check, AtomicLong last, List<AuditRow> rows) {
        rows.forEach(check::accept);
        if (!rows.isEmpty()) {
            last.set(rows.get(rows.size() - 1).seq());
        }
    }

    private static Deed deed(Actor auditor, Report report) {
        var outcome = report.outcome();
        var fault = outcome.fault();
        String found = fault == null ? "intact" : fault.kind() + " from " + fault.seq();
        return new Deed(auditor, Act.AUDIT_VERIFY, null)
                .with("%s, %d rows, %d heads".formatted(found, outcome.rows(), outcome.heads()));
    }
}
