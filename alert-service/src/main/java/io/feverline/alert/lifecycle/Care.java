package io.feverline.alert.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done about an alert: the four times of "early detection, reporting, isolation and treatment" but the first,
 * which is the episode's.
 *
 * @param acknowledgedAt when a duty officer first had it
 * @param reportedAt when it was referred to a fever clinic, which reports it
 * @param treatedAt when the traveller arrived there
 * @param overdueSince since when the traveller should have been there
 */
public record Care(
        @Nullable String assignee,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant reportedAt,
        @Nullable String clinic,
        @Nullable Instant isolatedAt,
        @Nullable Instant treatedAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        @Nullable Instant overdueSince) {

    /** Nothing yet. */
    public static final Care NONE = new Care(null, null, null, null, null, null, null, null, null);

    /** How long after the detection something happened; null when it has not. */
    public static @Nullable Duration after(Instant detectedAt, @Nullable Instant happenedAt) {
        return happenedAt == null ? null : Duration.between(detectedAt, happenedAt);
    }
}
