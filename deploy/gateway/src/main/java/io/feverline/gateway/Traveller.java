package io.feverline.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A traveller's papers, in the wire's own words.
 *
 * @param documentType as the HTTP contract spells it
 * @param documentNumber sealed at the door
 * @param originArea GB/T 2260 code of where the journey began
 * @param destinationArea GB/T 2260 code of where it leads
 */
public record Traveller(
        String documentType,
        String documentNumber,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String originArea,
        @Nullable String destinationArea) {

    /** Says nothing: a traveller that reaches a log by accident stays unread. */
    @Override
    public String toString() {
        return "Traveller[…]";
    }
}
