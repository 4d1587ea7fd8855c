package io.feverline.registry.journey.rule;

import org.jspecify.annotations.Nullable;

/**
 * A stay in a county: an entry paired with what ended it.
 *
 * @param county its code of GB/T 2260
 * @param entry null: nobody saw it begin
 * @param end an exit, or a stop in another county; null: nothing tells of it
 */
public record Stay(
        String county,
        State state,
        @Nullable Stop entry,
        @Nullable Stop end) {
    /** How a stay stands. */
    public enum State {
        /** In by an entry, and not seen to leave. */
        INSIDE,
        /** In by an entry, out by an exit. */
        LEFT,
        /** In by an entry, then seen in another county, which tells as well that this one was left. */
        SEEN_ELSEWHERE,
        /** In by an entry, and by an entry again on a later journey. */
        EXIT_UNSEEN,
        /** Out by an exit, and not seen to come. */
        ENTRY_UNSEEN
    }
}
