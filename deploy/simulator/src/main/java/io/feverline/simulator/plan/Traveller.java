package io.feverline.simulator.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic traveller's papers, in the wire's own words.
 *
 * @param documentType as the HTTP contract spells it
 * @param documentNumber valid by its type's check
 * @param name absent for people of the replay
 * @param originArea GB/T 2260 code of where the journey began
 * @param destinationArea GB/T 2260 code of where it leads
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Traveller(
        String documentType,
        String documentNumber,
        @Nullable String name,
        @Nullable String originArea,
        @Nullable String destinationArea) {

    /** Says nothing: a traveller that reaches a log by accident stays unread. */
    @Override
    public String toString() {
        return "Traveller[…]";
    }
}
