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
        @Nullable SealedIdentity sealed) {}
