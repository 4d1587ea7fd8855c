package io.feverline.simulator.fleet;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times between attempts: doubled each time, and drawn evenly between half of that and all of it, so that a
 * fleet that lost its door at one moment does not come back at one moment.
 */
final class Backoff {

    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final RandomGenerator random;
    private Duration ceiling = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long half = ceiling.toMillis() / 2;
        Duration wait = Duration.ofMillis(half + random.nextLong(half + 1));
        ceiling = ceiling.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : ceiling.multipliedBy(2);
        return wait;
    }

    void reset() {
        ceiling = FIRST;
    }
}
