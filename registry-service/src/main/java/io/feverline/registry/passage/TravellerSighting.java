package io.feverline.registry.passage;

import org.jspecify.annotations.Nullable;

/**
 * What a reading tells of its traveller.
 *
 * @param token blind index of the document
 * @param documentValid the number passed its type's check
 * @param phoneValid null when no number was given
 * @param sealed null when the reading came without a data key
 */
public record TravellerSighting(
        String token,
        String documentType,
        boolean documentValid,
        @Nullable Boolean phoneValid,
        @Nullable String originArea,
        @Nullable String destinationArea,
        @Nullable SealedIdentity sealed)
        implements Sighting<TravellerSighting> {
    @Override
    public TravellerSighting filledFrom(TravellerSighting older) {
        return new TravellerSighting(
                token,
                documentType,
                documentValid,
                phoneValid == null ? older.phoneValid : phoneValid,
                originArea == null ? older.originArea : originArea,
                destinationArea == null ? older.destinationArea : destinationArea,
                sealed);
    }
}
