package io.feverline.registry.keyregion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {
    private static final Instant NOW = Instant.parse("2020-01-26T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2020-01-23T02:00:00Z, 2020-01-23T16:00:00Z",
        "2020-01-23T15:59:59.999999Z, 2020-01-23T16:00:00Z",
        "2020-01-23T16:00:00Z, 2020-01-24T16:00:00Z",
        "2020-01-25T16:00:00Z, 2020-01-26T16:00:00Z",
    })
    void a_day_of_county_time(Instant from, Instant to) {
        assertThat(Slice.next(from, Slice.END, NOW)).isEqualTo(new Slice(from, to));
    }

    @ParameterizedTest
    @CsvSource({"2020-01-26T16:00:00Z", "2020-03-01T00:00:00Z"})
    void all_that_is_dated_later_than_today_at_once(Instant from) {
        assertThat(Slice.next(from, Slice.END, NOW)).isEqualTo(new Slice(from, Slice.END));
    }

    @ParameterizedTest
    @CsvSource({"2020-01-24T00:00:00Z", "2020-01-26T16:00:00Z"})
    void until_the_end_and_no_further(Instant from) {
        Instant end = from.plusSeconds(60);

        assertThat(Slice.next(from, end, NOW)).isEqualTo(new Slice(from, end));
    }
}
