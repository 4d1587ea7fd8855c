package io.feverline.registry.passage;

import org.jspecify.annotations.Nullable;

/**
 * Where a reading was taken, and by what.
 *
 * @param areaCode the checkpoint's area at the time
 * @param seq counts up by one per reading within one {@code bootId}
 */
public record Place(
        String deviceId,
        String checkpointId,
        String areaCode,
        @Nullable Long seq,
        @Nullable String bootId) {}
