package io.feverline.registry.followup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is followed up.
 *
 * @param regionName what the key region is called
 * @param knownAt since when it is known here
 */
public record Cause(
        UUID readingId,
        CauseKind kind,
        @Nullable String regionId,
        @Nullable String regionName,
        Instant at,
        Instant knownAt) {}
