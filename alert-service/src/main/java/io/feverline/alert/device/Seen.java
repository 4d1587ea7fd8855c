package io.feverline.alert.device;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a device in a few seconds, by one of those who look.
 *
 * @param firstHeardAt when the door received the first of it
 * @param lastHeardAt when it received the last
 * @param lastReadingAt when it received the last live reading
 * @param bootId the run that its last heartbeat named
 * @param clockAhead ms by which its clock is ahead, as its heartbeats tell
 * @param readingsAhead ms by which its live readings were measured after they arrived, at most
 * @param minutes its live readings by the minute in which they were measured or, when that is later, had arrived
 */
public record Seen(
        String deviceId,
        Instant firstHeardAt,
        Instant lastHeardAt,
        @Nullable Instant lastReadingAt,
        @Nullable String bootId,
        @Nullable Long clockAhead,
        @Nullable Long readingsAhead,
        Map<Instant, Slot> minutes) {}
