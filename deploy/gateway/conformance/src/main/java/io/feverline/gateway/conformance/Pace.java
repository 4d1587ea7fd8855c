package io.feverline.gateway.conformance;

import java.time.Duration;

/**
 * How long things take and what counts as early.
 *
 * @param calmRequests that are taken between two steps
 * @param retryAfter what the door asks for, whole seconds
 * @param slow a late answer
 * @param outage how long the door is away, each time
 * @param back how long it is slow with a backlog afterwards
 * @param drag what a request with a backlog then takes
 * @param leftovers longest wait at the end for what has not come or has no verdict yet
 * @param grace what is under way may still arrive so long after an answer
 * @param attemptEvery more attempts than one in this time are too many, in an outage
 * @param liveWithin a reading measured after the return may take so long to the door
 */
record Pace(
        int calmRequests,
        Duration retryAfter,
        Duration slow,
        Duration outage,
        Duration back,
        Duration drag,
        Duration leftovers,
        Duration grace,
        Duration attemptEvery,
        Duration liveWithin) {

    /** For a gateway that measures about once a second. */
    static Pace of(Duration outage) {
        return new Pace(
                2,
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                outage,
                Duration.ofSeconds(15),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofSeconds(3));
    }
}
