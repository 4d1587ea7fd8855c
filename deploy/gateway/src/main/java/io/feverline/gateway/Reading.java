package io.feverline.gateway;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a thermometer measured, in the words of the HTTP contract. Its running number is the gateway's business.
 *
 * @param id the same id is the same reading, however often it is sent
 * @param temperature °C as the device shows it
 * @param mode {@code surface} or {@code body}; by default the device's
 * @param site where on the body; by default the device's
 * @param ambient °C, when the device has a second sensor
 * @param traveller absent in anonymous mass screening
 * @param vehicle absent on foot
 * @param recheckOf the reading that this one repeats
 */
public record Reading(
        UUID id,
        OffsetDateTime measuredAt,
        BigDecimal temperature,
        @Nullable String mode,
        @Nullable String site,
        @Nullable BigDecimal ambient,
        @Nullable Traveller traveller,
        @Nullable Vehicle vehicle,
        @Nullable UUID recheckOf) {

    /** A reading with an id of its own and nothing besides. */
    public static Reading of(OffsetDateTime measuredAt, BigDecimal temperature) {
        return new Reading(UUID.randomUUID(), measuredAt, temperature, null, null, null, null, null, null);
    }

    /** The same reading, of this traveller. */
    public Reading of(Traveller whom) {
        return new Reading(id, measuredAt, temperature, mode, site, ambient, whom, vehicle, recheckOf);
    }

    /** The same reading, taken in this vehicle. */
    public Reading in(Vehicle which) {
        return new Reading(id, measuredAt, temperature, mode, site, ambient, traveller, which, recheckOf);
    }

    /** The same reading, which repeats an earlier one. */
    public Reading recheckOf(UUID earlier) {
        return new Reading(id, measuredAt, temperature, mode, site, ambient, traveller, vehicle, earlier);
    }

    @Override
    public String toString() {
        return "Reading[" + id + "]";
    }
}
