package io.feverline.alert.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the way from a checkpoint's gateways to the officers stands, by the synthetic fevers that come along it.
 *
 * @param measuredAt when the newest one that has arrived started, by the gateway's clock
 * @param took from then until it was stored; also what the gateway's clock is off by
 * @param tookFromDoor from when the door received it until it was stored
 * @param missingSince since when one should have arrived; null as long as they do
 * @param wasMissingSince since when that was so until this one arrived; null when it was not
 */
public record Probe(
        String checkpointId,
        String areaCode,
        Instant measuredAt,
        Duration took,
        Duration tookFromDoor,
        @Nullable Instant missingSince,
        @Nullable Instant wasMissingSince) {}
