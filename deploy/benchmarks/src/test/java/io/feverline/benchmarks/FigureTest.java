package io.feverline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Duration LIMIT = Duration.ofMillis(100);

    @Test
    void a_figure_on_its_limit_is_within() {
        assertThat(Figure.millis("p50", LIMIT, LIMIT).within()).isTrue();
    }

    @Test
    void a_figure_over_its_limit_is_not() {
        assertThat(Figure.millis("p50", LIMIT.plusNanos(1), LIMIT).within()).isFalse();
    }

    @Test
    void a_figure_that_is_to_be_large_is_within_on_its_limit() {
        assertThat(Figure.atLeast("rate", 0.85, 0.85).within()).isTrue();
    }

    @Test
    void a_figure_that_is_to_be_large_is_not_within_below_its_limit() {
        assertThat(Figure.atLeast("rate", 0.849, 0.85).within()).isFalse();
    }

    @Test
    void it_reads_as_measured_limit_and_ratio() {
        assertThat(Figure.millis("p50", Duration.ofMillis(50), LIMIT).toString())
                .contains("50.00 ms", "≤  100.00 ms", "0.50", "p50");
    }
}
