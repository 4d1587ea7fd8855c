package io.feverline.registry.rest;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/** Cursors of lists in order of number, the highest first: the last number of the page before. */
public final class SeqCursor {
    private SeqCursor() {}

    /** For a URL. */
    public static String text(long seq) {
        return IdCursor.text(Long.toString(seq));
    }

    /**
     * The number below which to go on; of no cursor, one that is above all.
     *
     * @throws Rejection if the cursor is none that a page gave
     */
    public static long parse(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(IdCursor.parse(cursor));
        } catch (NumberFormatException e) {
            throw new Rejection(Reason.UNREADABLE_CURSOR, "不是列表给出的游标 / cursor is none that a page gave");
        }
    }
}
