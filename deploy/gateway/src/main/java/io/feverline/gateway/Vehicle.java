package io.feverline.gateway;

import org.jspecify.annotations.Nullable;

/**
 * The vehicle that a traveller sits in, in the wire's own words.
 *
 * @param plate sealed at the door
 * @param kind as the HTTP contract spells it
 * @param trip the scheduled trip; coaches and buses only
 * @param seat row and letter
 */
public record Vehicle(
        String plate,
        @Nullable String trailerPlate,
        @Nullable String kind,
        @Nullable String trip,
        @Nullable String seat) {

    /** Says nothing: a plate is personal data. */
    @Override
    public String toString() {
        return "Vehicle[…]";
    }
}
