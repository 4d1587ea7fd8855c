package io.feverline.registry.sequence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of one boot of a device.
 *
 * @param highest the highest number that has arrived; null when none has
 * @param countedFrom gaps below are forgotten; 0 unless there were too many
 * @param missing how many numbers are missing from there to the highest
 * @param gaps the ranges that they make, lowest first
 * @param duplicates readings that the device sent again
 * @param replays numbers that came again with another reading
 */
public record BootSequence(
        String bootId,
        @Nullable Long highest,
        long countedFrom,
        long missing,
        List<Gap> gaps,
        long duplicates,
        long replays,
        Instant firstHeardAt,
        Instant lastHeardAt) {
    /** Missing numbers, both ends included. */
    public record Gap(long from, long to) {}
}
