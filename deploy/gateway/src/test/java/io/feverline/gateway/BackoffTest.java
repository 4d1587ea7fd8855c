package io.feverline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Property(tries = 200)
    void each_wait_lies_between_half_of_its_ceiling_and_all_of_it(@ForAll long seed) {
        Backoff backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(seed));
        for (long ceiling : new long[] {250, 500, 1_000, 2_000, 4_000, 5_000, 5_000}) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(ceiling / 2), Duration.ofMillis(ceiling));
        }
        backoff.reset();
        assertThat(backoff.next()).isBetween(FIRST.dividedBy(2), FIRST);
    }

    @Property(tries = 50)
    void two_gateways_do_not_wait_alike(@ForAll long seed) {
        Backoff one = new Backoff(FIRST, LONGEST, new SplittableRandom(seed));
        Backoff other = new Backoff(FIRST, LONGEST, new SplittableRandom(seed + 1));
        assertThat(one.next()).isNotEqualTo(other.next());
    }
}
