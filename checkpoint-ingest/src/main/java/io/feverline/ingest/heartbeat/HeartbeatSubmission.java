package io.feverline.ingest.heartbeat;

import org.jspecify.annotations.Nullable;

/**
 * What a device sent of itself, before any rule looked at it: each member may be missing.
 *
 * @param clock the device's time when it sent this, RFC 3339
 * @param clockSet whether the clock was set since the last heartbeat
 * @param battery percent
 * @param queueLength readings that wait in the device
 */
public record HeartbeatSubmission(
        @Nullable String clock,
        @Nullable Boolean clockSet,
        @Nullable String bootId,
        @Nullable Integer battery,
        @Nullable String firmware,
        @Nullable Long queueLength) {}
