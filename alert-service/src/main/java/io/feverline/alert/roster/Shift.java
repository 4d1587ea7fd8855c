package io.feverline.alert.roster;

import java.time.Duration;
import java.util.UUID;

/**
 * Somebody's time on duty in a unit.
 *
 * @param person the subject of their token
 */
public record Shift(UUID id, String person, Period period) {
    /** Nobody is on duty for longer at a stretch. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Whether the same person would be there twice at a time. */
    public boolean clashesWith(Shift other) {
        return person.equals(other.person) && period.overlaps(other.period);
    }
}
