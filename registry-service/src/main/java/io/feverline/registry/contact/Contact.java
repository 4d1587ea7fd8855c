package io.feverline.registry.contact;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who met the case, however often.
 *
 * @param encounters at least one, the closest first
 */
public record Contact(UUID travellerId, List<Encounter> encounters) {

    /** The contact's place in a list. */
    public Closeness closeness() {
        Encounter closest = encounters.get(0);
        return new Closeness(closest.reason(), closest.apart(), travellerId);
    }

    /** How close a contact was, at the closest; no two of a list are equal. */
    public record Closeness(Reason reason, Duration apart, UUID travellerId) implements Comparable<Closeness> {
        private static final Comparator<Closeness> ORDER = Comparator.comparing(Closeness::reason)
                .thenComparing(Closeness::apart)
                .thenComparing(Closeness::travellerId);

        @Override
        public int compareTo(Closeness other) {
            return ORDER.compare(this, other);
        }
    }
}
