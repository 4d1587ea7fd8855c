package io.feverline.registry.followup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody is followed up.
 *
 * @param knownAt since when it is known here
 */
public record Cause(
        UUID readingId, CauseKind kind, @Nullable String regionId, Instant at, Instant knownAt) {}
