package io.feverline.registry.followup.rule;

import java.time.Instant;

/**
 * The half days in which a cause asks for an entry: two a day for as many days as it is followed up, from the half day
 * after the cause on. What was over before anybody could know of it is not asked for: a cause that is told a day late
 * asks for two less, one that is told when its days are over for none.
 *
 * @param from the first; not before {@code end}
 * @param end the first that is not asked for any more: the days are over when it begins
 */
public record Course(long from, long end) {
    public Course {
        if (from > end) {
            throw new IllegalArgumentException("a course that ends before it begins");
        }
    }

    /**
     * The course of a cause.
     *
     * @param cause when it was
     * @param known since when it is known here; not before the cause
     */
    public static Course of(Instant cause, Instant known, int days, HalfDays halfDays) {
        long end = halfDays.numberAt(cause) + 1 + 2L * days;
        return new Course(Math.min(halfDays.numberAt(known) + 1, end), end);
    }
}
