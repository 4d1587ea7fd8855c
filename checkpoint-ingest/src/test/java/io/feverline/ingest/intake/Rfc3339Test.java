package io.feverline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    private static final long LAST_SECOND = 253_402_300_799L;

    @Property
    void a_time_is_read_as_java_writes_it(
            @ForAll @LongRange(max = LAST_SECOND) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        var time = Instant.ofEpochSecond(second, nano).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        assertThat(Rfc3339.read(time.toString())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-26T08:00:00Z",
                "2020-01-26T08:00:00.123456789+08:00",
                "2020-01-26T08:00+08:00",
                "0000-01-01T00:00:00Z",
                "2020-01-26T08:00:00-00:00"
            })
    void a_time_is_what_java_says_it_is(String text) {
        assertThat(Rfc3339.read(text)).isEqualTo(OffsetDateTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "T",
                "2020-02-30T00:00:00Z",
                "2020-01-26T24:00:00Z",
                "2020-01-26T08:00:60Z",
                "2020-01-26T08:00:00.1234567890Z",
                "2020-01-26T08:00:00+8",
                "2020-01-26T08:00:00+99:99",
                "２０２０-01-26T08:00:00Z",
                "2020-01-26T08:00:00Z ",
                "2020-01-26T08:00:00Z2020-01-26T08:00:00Z"
            })
    void what_is_no_time_is_not_taken_for_one(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Rfc3339.read(text));
    }

    @Property
    void no_text_is_an_accident(
            @ForAll @Chars({'0', '1', '-', ':', 'T', 'Z', '.', '+', ' '}) @StringLength(max = 30) String text) {
        assertThatNoException().isThrownBy(() -> {
            try {
                Rfc3339.read(text);
            } catch (DateTimeException expected) {
                // it is none
            }
        });
    }
}
