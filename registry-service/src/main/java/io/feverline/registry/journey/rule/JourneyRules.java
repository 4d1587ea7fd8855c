package io.feverline.registry.journey.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How passages become journeys.
 *
 * @param gap longer than this between two passages, and the second begins another journey
 * @param leastTransit nobody gets from one checkpoint to another in less, unless one of them moves
 * @param topSpeed km/h; nobody is faster from one place to another
 */
public record JourneyRules(Duration gap, Duration leastTransit, int topSpeed) {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    /**
     * The journeys of one traveller or vehicle, newest first.
     *
     * @param passes in order of time
     */
    public List<Journey> journeys(List<Pass> passes) {
        var journeys = new ArrayList<Journey>();
        var stops = new ArrayList<Stop>();
        @Nullable Stop stop = null;
        for (Pass pass : passes) {
            if (stop == null) {
                stop = Stop.begins(pass, false);
            } else if (between(stop.last(), pass).compareTo(gap) > 0) {
                stops.add(stop);
                journeys.add(new Journey(stops));
                stops.clear();
                stop = Stop.begins(pass, false);
            } else if (stop.isAt(pass)) {
                stop = stop.and(pass);
            } else {
                stops.add(stop);
                stop = Stop.begins(pass, isImpossible(stop.last(), pass));
            }
        }
        if (stop != null) {
            stops.add(stop);
            journeys.add(new Journey(stops));
        }
        Collections.reverse(journeys);
        return journeys;
    }

    private boolean isImpossible(Pass before, Pass pass) {
        return !before.gate().moves()
                && !pass.gate().moves()
                && between(before, pass).compareTo(transit(before.gate(), pass.gate())) < 0;
    }

    /** The least time between two checkpoints. */
    private Duration transit(Gate from, Gate to) {
        Position start = from.position();
        Position end = to.position();
        if (start == null || end == null) {
            return leastTransit;
        }
        var travel = Duration.ofMillis((long) (start.kilometresTo(end) / topSpeed * HOUR));
        return travel.compareTo(leastTransit) > 0 ? travel : leastTransit;
    }

    private static Duration between(Pass before, Pass pass) {
        return Duration.between(before.at(), pass.at());
    }
}
