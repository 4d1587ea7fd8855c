package io.feverline.registry.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One measurement of the case.
 *
 * @param ride null on foot, or when the vehicle was not recorded
 * @param seat as the device told it
 */
record Sighting(
        Instant at,
        Where.Gate gate,
        Where.@Nullable Ride ride,
        @Nullable String seat) {}
