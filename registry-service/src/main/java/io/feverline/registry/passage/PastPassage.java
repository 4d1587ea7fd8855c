package io.feverline.registry.passage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passage as it is found again: as {@link Passage}, with the registry's ids instead of tokens. */
public record PastPassage(
        UUID readingId,
        Instant measuredAt,
        Instant receivedAt,
        Place place,
        Measurement measurement,
        @Nullable UUID recheckOf,
        @Nullable UUID travellerId,
        @Nullable UUID vehicleId,
        Trip trip) {
    /** Where the traveller came from and goes to, and the ride. */
    public record Trip(
            @Nullable String originArea,
            @Nullable String destinationArea,
            @Nullable String trip,
            @Nullable String seat) {}
}
