package io.feverline.registry.passage;

import org.jspecify.annotations.Nullable;

/**
 * What a reading tells of the vehicle.
 *
 * @param token blind index of the plate
 * @param platePrefix province and authority; empty when the plate has none
 * @param trailerToken blind index of the trailer's plate
 * @param sealed null when the reading came without a data key
 */
public record VehicleSighting(
        String token,
        String platePrefix,
        boolean plateValid,
        String kind,
        @Nullable String trailerToken,
        @Nullable String trip,
        @Nullable String seat,
        @Nullable SealedIdentity sealed)
        implements Sighting<VehicleSighting> {
    /** What is kept of a vehicle each sighting tells; trailer, trip and seat are the passage's. */
    @Override
    public VehicleSighting filledFrom(VehicleSighting older) {
        return this;
    }
}
