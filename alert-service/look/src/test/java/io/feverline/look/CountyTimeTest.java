package io.feverline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountyTimeTest {
    @Test
    void a_time_is_shown_by_the_countys_clock_with_its_offset() {
        assertThat(CountyTime.countyTime(Instant.parse("2020-01-26T16:05:59.9Z")))
                .isEqualTo("2020-01-27 00:05 +08:00");
    }
}
