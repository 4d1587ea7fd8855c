package io.feverline.simulator.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle that a traveller sits in, in the wire's own words.
 *
 * @param plate of a shape that the province's authority issues
 * @param kind as the HTTP contract spells it
 * @param trip the scheduled trip; coaches and buses only
 * @param seat row and letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Vehicle(
        String plate,
        String kind,
        @Nullable String trip,
        @Nullable String seat) {

    /** Says nothing: a plate is personal data. */
    @Override
    public String toString() {
        return "Vehicle[…]";
    }
}
