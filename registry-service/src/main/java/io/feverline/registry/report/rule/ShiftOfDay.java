package io.feverline.registry.report.rule;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One shift of one day: what each checkpoint owes a report of.
 *
 * @param day that it begins on
 * @param shift its name
 * @param ends not included: what is measured then is the next shift's
 * @param cutoff a report that is signed then or later is late
 */
public record ShiftOfDay(LocalDate day, String shift, Instant begins, Instant ends, Instant cutoff) {
    /** Whether it has ended, so that its report can be signed. */
    public boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    /** Whether its report should have been signed. */
    public boolean isCutOff(Instant now) {
        return !now.isBefore(cutoff);
    }
}
