package io.feverline.registry.passage;

import org.jspecify.annotations.Nullable;

/** What a reading tells of somebody or something that is seen again. */
sealed interface Sighting<S> permits TravellerSighting, VehicleSighting {
    /** Whose. */
    String token();

    /** The identity; null when the reading came without a data key. */
    @Nullable
    SealedIdentity sealed();

    /** The same, with what only an older sighting told; the identity is its reading's and stays out of it. */
    S filledFrom(S older);
}
