package io.feverline.alert.episode;

import java.time.Duration;

/**
 * How long after its opening an episode takes in further readings, by the devices' clocks, the end included.
 *
 * @param length positive
 */
public record RecheckWindow(Duration length) {

    public RecheckWindow {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a recheck window is longer than nothing, not " + length);
        }
    }

    /**
     * A fever that was measured shortly before the opening but came in after it belongs to the episode too; a normal
     * reading from before the opening says nothing about it.
     */
    boolean covers(Episode episode, Screened reading) {
        Duration since = Duration.between(episode.course().openedAt(), reading.measuredAt());
        return since.abs().compareTo(length) <= 0 && (reading.isFever() || !since.isNegative());
    }
}
