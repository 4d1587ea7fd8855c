package io.feverline.registry.events.audit;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks a log from its first row on against itself and against signed heads. Rows are handed over in order; what is
 * wrong first is what is told. Of one thread.
 */
public final class AuditCheck {
    private final NavigableMap<Long, SignedHead> heads = new TreeMap<>();
    private long rows;
    private String last = AuditRow.BEFORE_THE_FIRST;
    private int headsMet;
    private int headsForged;
    private @Nullable Fault fault;

    /** What is wrong with a log. */
    public enum Kind {
        /** Two signed heads of one row do not agree. */
        TWO_HEADS,
        /** A number is missing. */
        ROW_MISSING,
        /** A row, or its hash, is not what it was written as. */
        ROW_CHANGED,
        /** The row that a signed head is of is another one: the log was written anew. */
        WRITTEN_ANEW,
        /** The log ends before a signed head. */
        CUT_OFF
    }

    /**
     * Where a log is broken.
     *
     * @param seq the row from which on it cannot be trusted
     */
    public record Fault(Kind kind, long seq) {}

    /**
     * What a check came to.
     *
     * @param rows how many rows were sound, from the first on
     * @param hash of the last of them
     * @param heads how many signed heads were met by the rows
     * @param forgedHeads how many heads were left out, as the key has not signed them
     * @param lastHead the newest; null when there is none
     * @param fault what is wrong first; null when nothing is
     */
    public record Outcome(
            long rows,
            String hash,
            int heads,
            int forgedHeads,
            @Nullable SignedHead lastHead,
            @Nullable Fault fault) {
        /** Whether nothing is wrong. */
        public boolean isIntact() {
            return fault == null;
        }
    }

    /**
     * A check against these heads.
     *
     * @param isGenuine whether a signature is one of the service's key
     */
    public AuditCheck(List<SignedHead> signed, Predicate<SignedHead> isGenuine) {
        for (SignedHead head : signed) {
            if (isGenuine.test(head)) {
                add(head);
            } else {
                headsForged++;
            }
        }
    }

    private void add(SignedHead head) {
        SignedHead other = heads.putIfAbsent(head.seq(), head);
        if (other != null && !other.hash().equals(head.hash())) {
            found(Kind.TWO_HEADS, head.seq());
        }
    }

    /** The next row. */
    public void accept(AuditRow row) {
        if (fault != null) {
            return;
        }
        if (row.seq() != rows + 1) {
            found(Kind.ROW_MISSING, rows + 1);
            return;
        }
        if (!row.hash().equals(row.hashAfter(last))) {
            found(Kind.ROW_CHANGED, row.seq());
            return;
        }
        SignedHead head = heads.get(row.seq());
        if (head != null && !head.hash().equals(row.hash())) {
            found(Kind.WRITTEN_ANEW, row.seq());
            return;
        }
        headsMet += head == null ? 0 : 1;
        rows = row.seq();
        last = row.hash();
    }

    /** What it came to, after the last row. */
    public Outcome outcome() {
        if (fault == null && !heads.isEmpty() && heads.lastKey() > rows) {
            found(Kind.CUT_OFF, rows + 1);
        }
        SignedHead lastHead = heads.isEmpty() ? null : heads.lastEntry().getValue();
        return new Outcome(rows, last, headsMet, headsForged, lastHead, fault);
    }

    private void found(Kind kind, long seq) {
        if (fault == null) {
            fault = new Fault(kind, seq);
        }
    }
}
