package io.feverline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockErrorTest {

    private static final Instant TRUTH = Instant.parse("2026-01-26T00:00:00Z");

    /** The clock is 3 s ahead; 40 ms there, 10 ms to answer, 20 ms back. */
    @Test
    void the_error_is_found_within_half_of_what_the_network_took() {
        Instant sent = TRUTH.plusMillis(3_000);
        Instant received = TRUTH.plusMillis(40);
        Instant answered = TRUTH.plusMillis(50);
        Instant came = TRUTH.plusMillis(3_070);
        assertThat(ClockError.of(sent, received, answered, came))
                .isEqualTo(new ClockError(Duration.ofMillis(2_990), Duration.ofMillis(30)));
    }
}
