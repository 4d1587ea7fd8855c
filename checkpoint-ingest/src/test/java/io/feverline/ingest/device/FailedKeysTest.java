package io.feverline.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedKeysTest {
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FailedKeys failures = new FailedKeys(3, QUIET, Duration.ofSeconds(5), 2);
    private Instant now = Instant.parse("2026-01-26T00:00:00Z");

    @Test
    void some_failures_are_tolerated() {
        failed("a");
        failed("a");
        assertThat(failed("a")).isZero();
    }

    @Test
    void the_next_one_is_asked_to_wait() {
        tolerated("a");
        assertThat(failed("a")).isEqualTo(SECOND);
    }

    @Test
    void whoever_does_not_wait_is_told_what_is_left_and_not_made_to_wait_longer() {
        tolerated("a");
        failed("a");
        pass(Duration.ofMillis(400));
        assertThat(failed("a")).isEqualTo(Duration.ofMillis(600));
        pass(Duration.ofMillis(599));
        assertThat(failed("a")).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void the_pause_doubles_with_each_failure_after_it() {
        tolerated("a");
        failed("a");
        pass(SECOND);
        assertThat(failed("a")).isEqualTo(SECOND.multipliedBy(2));
        pass(SECOND.multipliedBy(2));
        assertThat(failed("a")).isEqualTo(SECOND.multipliedBy(4));
    }

    @Test
    void the_pause_grows_no_longer_than_its_limit() {
        tolerated("a");
        for (Duration pause = failed("a"); pause.compareTo(SECOND.multipliedBy(4)) < 0; pause = failed("a")) {
            pass(pause);
        }
        pass(SECOND.multipliedBy(4));
        assertThat(failed("a")).isEqualTo(SECOND.multipliedBy(5));
    }

    @Test
    void just_before_it_was_quiet_long_enough_all_is_remembered() {
        tolerated("a");
        pass(QUIET.minusMillis(1));
        assertThat(failed("a")).isEqualTo(SECOND);
    }

    @Test
    void after_that_the_sheet_is_clean() {
        tolerated("a");
        pass(QUIET);
        assertThat(failed("a")).isZero();
    }

    @Test
    void after_a_pause_and_quiet_the_sheet_is_clean_too() {
        tolerated("a");
        failed("a");
        pass(SECOND.plus(QUIET));
        tolerated("a");
        assertThat(failed("a")).isEqualTo(SECOND);
    }

    @Test
    void another_address_does_not_suffer() {
        tolerated("a");
        failed("a");
        assertThat(failed("b")).isZero();
    }

    @Test
    void of_too_many_addresses_the_one_that_failed_longest_ago_is_forgotten() {
        tolerated("a");
        failed("b");
        failed("c");
        assertThat(failed("a")).isZero();
    }

    private void tolerated(String address) {
        for (int i = 0; i < 3; i++) {
            assertThat(failed(address)).isZero();
        }
    }

    private Duration failed(String address) {
        return failures.failed(address, now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
