package io.feverline.alert.device;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it is registered.
 *
 * @param latitude degrees, WGS 84; null when it is not known, or it moves
 * @param version how often it was written
 */
public record Checkpoint(
        String id,
        String name,
        String areaCode,
        @Nullable Double latitude,
        @Nullable Double longitude,
        long version) {}
