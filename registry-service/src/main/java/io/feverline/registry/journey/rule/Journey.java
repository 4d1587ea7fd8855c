package io.feverline.registry.journey.rule;

import java.time.Instant;
import java.util.List;

/**
 * Stops on one way, in order of time.
 *
 * @param stops at least one
 */
public record Journey(List<Stop> stops) {
    public Journey {
        stops = List.copyOf(stops);
    }

    public Instant from() {
        return stops.get(0).first().at();
    }

    public Instant until() {
        return stops.get(stops.size() - 1).last().at();
    }
}
