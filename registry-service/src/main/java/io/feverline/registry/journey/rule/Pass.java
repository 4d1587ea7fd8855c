package io.feverline.registry.journey.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passage, as far as a journey is made of it.
 *
 * @param checkpointName as it is registered now; null if it is not
 * @param kind what the checkpoint stands at, by the name of the contract; null if it is not registered
 * @param moves the checkpoint is in a bus, and so where the bus is
 */
public record Pass(
        Instant at,
        String checkpointId,
        @Nullable String checkpointName,
        @Nullable String kind,
        String areaCode,
        boolean moves) {}
