package io.feverline.alert.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.Changes;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class HourTest {
    @Test
    void a_rate_is_of_a_thousand_readings() {
        assertThat(new Hour(Changes.EIGHT, 800, 3, 1).suspectedPerThousand()).isEqualTo(new BigDecimal("3.8"));
    }

    @Test
    void of_no_readings_there_is_no_rate() {
        assertThat(new Hour(Changes.EIGHT, 0, 1, 1).confirmedPerThousand()).isNull();
    }
}
