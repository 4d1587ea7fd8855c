package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.traveller.Traveller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A traveller, without the identity.
 *
 * @param firstSeenAt in the caller's area; as lastSeenAt absent of who is followed up there and has not passed
 * @param merged other documents of the same person, as travellers; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TravellerView(
        UUID id,
        String documentType,
        boolean documentValid,
        @Nullable Boolean phoneValid,
        @Nullable String originArea,
        @Nullable String destinationArea,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt,
        @Nullable List<UUID> merged) {
    static TravellerView of(Traveller traveller) {
        return new TravellerView(
                traveller.id(),
                Names.of(traveller.documentType()),
                traveller.documentValid(),
                traveller.phoneValid(),
                traveller.originArea(),
                traveller.destinationArea(),
                traveller.firstSeenAt(),
                traveller.lastSeenAt(),
                traveller.merged().isEmpty() ? null : traveller.merged());
    }
}
