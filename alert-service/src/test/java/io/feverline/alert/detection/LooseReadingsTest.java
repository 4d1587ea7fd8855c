package io.feverline.alert.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LooseReadingsTest {
    private final LooseReadings readings = new LooseReadings();

    @Test
    void a_travellers_readings_are_kept_in_the_order_in_which_they_came() {
        keep("li", 1);
        keep("li", 2);

        assertThat(readings.of("li")).containsExactly(new byte[] {1}, new byte[] {2});
    }

    @Test
    void of_a_driver_the_last_twelve_are_kept() {
        IntStream.rangeClosed(1, 13).forEach(number -> keep("driver", number));

        assertThat(readings.of("driver")).hasSize(12).first().isEqualTo(new byte[] {2});
    }

    @Test
    void the_last_five_thousand_travellers_are_kept() {
        IntStream.rangeClosed(0, 5_000).forEach(number -> keep("traveller " + number, 1));

        assertThat(readings.of("traveller 0")).isEmpty();
        assertThat(readings.of("traveller 1")).hasSize(1);
    }

    @Test
    void who_is_measured_again_is_kept_longer_than_who_is_not() {
        keep("li", 1);
        IntStream.rangeClosed(1, 4_999).forEach(number -> keep("traveller " + number, 1));
        keep("li", 2);
        keep("another", 1);

        assertThat(readings.of("li")).hasSize(2);
        assertThat(readings.of("traveller 1")).isEmpty();
    }

    @Test
    void what_was_forgotten_is_not_there() {
        keep("li", 1);
        readings.forget("li");

        assertThat(readings.of("li")).isEmpty();
    }

    private void keep(String key, int content) {
        readings.keep(key, new byte[] {(byte) content});
    }
}
