package io.feverline.registry.passage;

import io.feverline.registry.judgement.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage as it is found again: as {@link Passage}, with the registry's ids instead of tokens, and with what is known
 * around it.
 *
 * @param checkpointName as it is registered now; null if it is not
 * @param verdict null when no screening episode is known to have taken the reading in, and so no fever
 * @param deviceFindings what was wrong with the device when it measured, by the names of the contract
 */
public record PastPassage(
        UUID readingId,
        Instant measuredAt,
        Instant receivedAt,
        Place place,
        @Nullable String checkpointName,
        Measurement measurement,
        @Nullable Verdict verdict,
        List<String> deviceFindings,
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
