package io.feverline.benchmarks.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void one_slow_round_of_three_does_not_move_the_median() {
        assertThat(new Rounds(List.of(100.0, 1.0, 110.0)).median()).isEqualTo(100);
    }

    @Test
    void the_median_of_two_is_between_them() {
        assertThat(new Rounds(List.of(100.0, 110.0)).median()).isEqualTo(105);
    }

    @Test
    void the_range_is_told() {
        assertThat(new Rounds(List.of(1000.0, 900.0, 1200.0))).hasToString("1,000 (900–1,200)");
    }

    @Test
    void a_ratio_is_taken_within_each_round() {
        var slowing = new Rounds(List.of(100.0, 50.0, 25.0));

        assertThat(new Rounds(List.of(80.0, 40.0, 20.0)).over(slowing).toString(2))
                .isEqualTo("0.80 (0.80–0.80)");
    }
}
