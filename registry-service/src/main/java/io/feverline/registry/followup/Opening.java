package io.feverline.registry.followup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be followed up.
 *
 * @param readingId with the kind, what the cause is known by: told again, it changes nothing
 * @param regionId the key region that they came from, when that is why
 * @param at when the cause was; one in the future is taken for now
 * @param destinationArea where they went, as far as they said
 * @param checkpointArea where the checkpoint is: its county looks after whoever goes to an unknown place
 */
public record Opening(
        UUID travellerId,
        UUID readingId,
        CauseKind kind,
        @Nullable String regionId,
        Instant at,
        @Nullable String destinationArea,
        String checkpointArea) {}
