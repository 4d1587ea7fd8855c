package io.feverline.registry.traveller;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A traveller as an official may see one without opening the identity.
 *
 * @param firstSeenAt within the official's area; null of who is looked after there and has not passed, as far as that is
 *     kept
 * @param lastSeenAt within the official's area; null likewise
 * @param originArea as last stated in the area
 * @param merged other documents of the same person, as travellers
 */
public record Traveller(
        UUID id,
        String documentType,
        boolean documentValid,
        @Nullable Boolean phoneValid,
        @Nullable String originArea,
        @Nullable String destinationArea,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt,
        List<UUID> merged) {}
