package io.feverline.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Backoff BACKOFF = new Backoff(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)));

    @Test
    void waits_as_long_as_the_list_says_after_each_failure() {
        assertThat(BACKOFF.after(1, 0.5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(2, 0.5)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void gives_up_after_the_attempt_that_follows_the_last_wait() {
        assertThat(BACKOFF.after(3, 0.5)).isNull();
    }

    @Property
    void leaves_a_tenth_to_chance(
            @ForAll @IntRange(min = 1, max = 2) int failures, @ForAll @DoubleRange(min = 0, max = 1) double chance) {
        Duration said = BACKOFF.delays().get(failures - 1);

        assertThat(BACKOFF.after(failures, chance))
                .isBetween(
                        said.multipliedBy(9).dividedBy(10),
                        said.multipliedBy(11).dividedBy(10));
    }
}
