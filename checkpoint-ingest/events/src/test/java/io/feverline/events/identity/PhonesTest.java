package io.feverline.events.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhonesTest {
    private static final long SEED = 20200126;

    /** Of all ranges that operators have or may get, and at random. */
    @Test
    void a_mobile_number_is_the_same_whether_or_not_it_is_parsed() {
        assertThat(numbers().filter(number -> !Phones.normalise(number).equals(Phones.parsed(number))))
                .isEmpty();
    }

    private static Stream<String> numbers() {
        return LongStream.concat(
                        LongStream.range(12_000, 20_000).map(range -> range * 1_000_000 + 123_456),
                        new Random(SEED).longs(2_000, 10_000_000_000L, 20_000_000_000L))
                .mapToObj(Long::toString);
    }
}
