package io.feverline.alert.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TemperaturesTest {
    private static Temperatures of(int... temperatures) {
        return Devices.slot(temperatures).temperatures();
    }

    @Test
    void the_median_of_an_even_number_is_the_lower_of_the_middle_two() {
        assertThat(of(36_500, 36_600, 36_700, 39_900).median()).isEqualTo(36_625);
    }

    @Test
    void one_feverish_traveller_moves_no_median() {
        assertThat(of(36_500, 36_500, 36_500, 36_500, 40_000).median()).isEqualTo(36_525);
    }

    @Test
    void nothing_has_no_median() {
        assertThatIllegalStateException().isThrownBy(() -> Temperatures.NONE.median());
    }

    @Test
    void one_value_deviates_by_nothing() {
        assertThat(of(36_500, 36_500, 36_500).deviation()).isZero();
    }

    @Test
    void the_deviation_is_that_of_a_sample() {
        // Of 36.4, 36.5, 36.6: √((0.1² + 0.1²) / 2).
        assertThat(of(36_400, 36_500, 36_600).deviation()).isEqualTo(100);
    }

    @Property
    void the_median_is_within_a_step_of_the_exact_one(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 30_000, max = 42_000) Integer> temperatures) {
        int[] sorted =
                temperatures.stream().mapToInt(Integer::intValue).sorted().toArray();

        assertThat(of(sorted).median()).isCloseTo(sorted[(sorted.length - 1) / 2], within(Temperatures.STEP / 2));
    }

    @Property
    void the_order_of_adding_up_does_not_matter(
            @ForAll @Size(max = 20) List<@IntRange(min = 30_000, max = 42_000) Integer> some,
            @ForAll @Size(max = 20) List<@IntRange(min = 30_000, max = 42_000) Integer> others) {
        Temperatures a = of(some.stream().mapToInt(Integer::intValue).toArray());
        Temperatures b = of(others.stream().mapToInt(Integer::intValue).toArray());

        assertThat(a.plus(b)).isEqualTo(b.plus(a)).isEqualTo(Temperatures.sum(Arrays.asList(a, b)));
        assertThat(a.plus(b).size()).isEqualTo(some.size() + others.size());
    }
}
