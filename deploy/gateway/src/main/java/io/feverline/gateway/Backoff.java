package io.feverline.gateway;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times between attempts: doubled each time, and drawn evenly between half of that and all of it, so that a
 * fleet that lost its door at one moment does not come back at one moment.
 */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration ceiling;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.ceiling = first;
    }

    Duration next() {
        long half = ceiling.toNanos() / 2;
        Duration wait = Duration.ofNanos(half + random.nextLong(half + 1));
        Duration doubled = ceiling.multipliedBy(2);
        ceiling = doubled.compareTo(longest) > 0 ? longest : doubled;
        return wait;
    }

    void reset() {
        ceiling = first;
    }
}
