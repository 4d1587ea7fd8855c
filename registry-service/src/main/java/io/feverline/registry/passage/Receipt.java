package io.feverline.registry.passage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a reading was stored, and what else came under its id.
 *
 * @param receivedAt by the door's clock
 * @param storedAt by this service's clock
 * @param areaCode the checkpoint's at the time
 * @param reused how often the id came with other content, which was not stored
 * @param reusedAt when it did last, by the door's clock; null when it never did
 */
public record Receipt(
        UUID readingId,
        Instant measuredAt,
        Instant receivedAt,
        Instant storedAt,
        String deviceId,
        String checkpointId,
        String areaCode,
        String lane,
        int reused,
        @Nullable Instant reusedAt) {}
