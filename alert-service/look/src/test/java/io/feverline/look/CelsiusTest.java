package io.feverline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CelsiusTest {
    @Test
    void one_decimal_is_shown_as_a_thermometer_has_it() {
        assertThat(Celsius.of(38_000)).isEqualTo(new BigDecimal("38.0"));
    }

    @Test
    void what_is_below_a_threshold_is_not_shown_as_the_threshold() {
        assertThat(Celsius.of(37_299)).isEqualTo(new BigDecimal("37.2"));
    }
}
