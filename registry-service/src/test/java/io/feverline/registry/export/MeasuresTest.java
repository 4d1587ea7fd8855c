package io.feverline.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource({
        "36600,36.6",
        "36650,36.65",
        "36123,36.123",
        "37000,37.0",
        "40000,40.0",
        "0,0.0",
        "-5000,-5.0",
        "-50,-0.05"
    })
    void degrees_have_every_digit_that_is_kept_and_at_least_one_decimal(int thousandths, String shown) {
        assertThat(Measures.degrees(thousandths)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-25T16:00:00Z,2020-01-26T00:00:00.000+08:00",
        "2020-01-26T00:00:00.123Z,2020-01-26T08:00:00.123+08:00"
    })
    void times_are_the_countys(String time, String shown) {
        assertThat(Measures.text(Measures.local(Instant.parse(time)))).isEqualTo(shown);
    }
}
