package io.feverline.alert.roster;

import io.feverline.events.access.AreaScope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which hand-overs are asked for, newest first.
 *
 * @param unit of this unit only
 * @param accepted only those that were, or were not
 * @param after where the page before ended
 * @param limit at most so many
 */
public record HandoverQuery(
        AreaScope scope,
        @Nullable UUID unit,
        @Nullable Boolean accepted,
        @Nullable Position after,
        int limit) {

    /** A place in the order of hand-overs. */
    public record Position(Instant writtenAt, UUID id) {}
}
