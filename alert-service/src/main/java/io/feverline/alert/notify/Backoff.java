package io.feverline.alert.notify;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after each failed attempt.
 *
 * @param delays after the first, the second, and so on; after one more it is given up
 */
public record Backoff(List<Duration> delays) {
    /** So much of a delay is left to chance, so that those who failed together do not come back together. */
    private static final double JITTER = 0.1;

    /** Keeps them as they are. */
    public Backoff {
        delays = List.copyOf(delays);
    }

    /**
     * When it is tried again.
     *
     * @param failures how many attempts have failed, at least 1
     * @param chance from 0 to 1
     * @return null when it is given up
     */
    public @Nullable Duration after(int failures, double chance) {
        if (failures > delays.size()) {
            return null;
        }
        double factor = 1 - JITTER + 2 * JITTER * chance;
        return Duration.ofMillis(Math.round(delays.get(failures - 1).toMillis() * factor));
    }
}
