package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.sequence.BootSequence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of one boot of a device.
 *
 * @param highest the highest seq that has arrived
 * @param countedFrom gaps below are forgotten; 0 unless there were too many
 * @param missing how many are missing from there to the highest
 * @param duplicates readings that the device sent again
 * @param replays numbers that came again with another reading
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BootSequenceView(
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

    static BootSequenceView of(BootSequence boot) {
        return new BootSequenceView(
                boot.bootId(),
                boot.highest(),
                boot.countedFrom(),
                boot.missing(),
                boot.gaps().stream().map(gap -> new Gap(gap.from(), gap.to())).toList(),
                boot.duplicates(),
                boot.replays(),
                boot.firstHeardAt(),
                boot.lastHeardAt());
    }
}
