package io.feverline.registry.keyregion;

import io.feverline.registry.access.Actor;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which arrivals are asked for.
 *
 * @param reader arrivals at checkpoints that the reader may not see are left out
 * @param from inclusive; null for the beginning
 * @param to exclusive; null for no end
 * @param region from where; null for all regions
 * @param cursor null for the first page
 */
public record ArrivalQuery(
        Actor reader,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String region,
        @Nullable ArrivalCursor cursor,
        int limit) {
    Deed deed() {
        return new Deed(reader, Act.ARRIVALS, region).with("%s to %s".formatted(begin(), to == null ? "the end" : to));
    }

    Instant begin() {
        return from == null ? Instant.EPOCH : from;
    }

    ArrivalCursor start() {
        return cursor != null ? cursor : ArrivalCursor.before(to == null ? Slice.END : to);
    }
}
