package io.feverline.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What the door made of one request. */
sealed interface Reply {

    /**
     * It was read, and each reading has a verdict.
     *
     * @param rejected problem slug by index; never to be sent again
     * @param later indexes that were refused for a reason that may pass, or that were not looked at
     */
    record Verdicts(Map<Integer, String> rejected, Set<Integer> later) implements Reply {
        static final Verdicts ALL_TAKEN = new Verdicts(Map.of(), Set.of());
    }

    /**
     * The request as a whole was refused for what it is.
     *
     * @param slug the problem
     */
    record Refused(String slug) implements Reply {}

    /**
     * No verdict: to be sent again, unchanged.
     *
     * @param atLeast at least so long, when the door said so; else zero
     */
    record NoVerdict(Duration atLeast) implements Reply {}
}
