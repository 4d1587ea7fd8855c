package io.feverline.alert.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long after a fever further readings say something about it, by the devices' clocks, the end included.
 *
 * @param length positive
 */
public record RecheckWindow(Duration length) {

    public RecheckWindow {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a recheck window is longer than nothing, not " + length);
        }
    }

    /** Whether a reading, measured no earlier than the fever, was measured in the fever's window. */
    boolean covers(Screened fever, Screened reading) {
        return Duration.between(fever.measuredAt(), reading.measuredAt()).compareTo(length) <= 0;
    }

    /** Whether each fever of an episode is in the window of the one before. */
    boolean chains(List<Screened> asMeasured) {
        List<Screened> fevers = asMeasured.stream().filter(Screened::isFever).toList();
        return IntStream.range(1, fevers.size()).allMatch(i -> covers(fevers.get(i - 1), fevers.get(i)));
    }

    /**
     * Until when a recheck of a fever is waited for. One that came in late is given the whole window from then: its rechecks are
     * late too.
     */
    Instant end(Screened fever) {
        Instant from = fever.receivedAt().isAfter(fever.measuredAt()) ? fever.receivedAt() : fever.measuredAt();
        return from.plus(length);
    }
}
