package io.feverline.alert.roster;

import java.time.Duration;
import java.time.Instant;

/**
 * From one moment on until another, which is not part of it: of two periods that meet, a moment is in one.
 *
 * @param to after {@code from}
 */
public record Period(Instant from, Instant to) {

    /** @throws IllegalArgumentException if it does not end after it begins */
    public Period {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    /** Whether a moment is in it. */
    public boolean includes(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** Whether some moment is in both. */
    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
