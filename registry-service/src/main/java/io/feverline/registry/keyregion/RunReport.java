package io.feverline.registry.keyregion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the list changed, at checkpoints that the reader may see.
 *
 * @param regionVersion the region's, after the change
 * @param changedBy the subject of who changed the list
 * @param from passages from then on are looked at
 * @param to not included; null for all later ones
 * @param finishedAt null as long as passages are looked at
 * @param passages looked at so far
 * @param added arrivals that were not known before
 * @param withdrawn arrivals that are none any more
 */
public record RunReport(
        long id,
        long regionVersion,
        String changedBy,
        Instant changedAt,
        Instant from,
        @Nullable Instant to,
        @Nullable Instant finishedAt,
        long passages,
        long added,
        long withdrawn) {}
