package io.feverline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Duration LIMIT = Duration.ofMillis(100);

    @Test
    void a_figure_at_its_limit_is_within() {
        assertThat(Figure.millis("p50", LIMIT, LIMIT).within()).isTrue();
    }

    @Test
    void a_figure_over_its_limit_is_not() {
        assertThat(Figure.millis("p50", LIMIT.plusNanos(1), LIMIT).within()).isFalse();
    }

    @Test
    void a_figure_is_printed_with_its_ratio_to_the_limit() {
        assertThat(Figure.millis("p50", Duration.ofMillis(25), LIMIT))
                .hasToString("✔     25.0 ms   限值 limit   100.0 ms   比值 ratio 0.25  p50");
    }
}
