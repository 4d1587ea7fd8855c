package io.feverline.registry.events.keyregion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRegionsTest {
    private static final Instant FROM = Instant.parse("2020-01-23T02:00:00Z");
    private static final Instant TO = Instant.parse("2020-04-08T00:00:00Z");

    private final KeyRegions regions = new KeyRegions(
            List.of(new KeyRegion("hubei", "42", "鄂", FROM, TO), new KeyRegion("beijing-f", null, "京F", FROM, null)));

    @ParameterizedTest
    @CsvSource({
        "420100, , hubei",
        "420100, 赣J, hubei",
        "360322, 鄂A, hubei",
        "360322, 赣J,",
        "142000, ,",
        ", 京F, beijing-f",
        ", 京A,",
        ", ,",
    })
    void a_traveller_by_the_origin_and_a_vehicle_by_its_plate(
            @Nullable String area, @Nullable String plate, @Nullable String expected) {
        assertThat(regions.origin(FROM, area, plate)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-23T01:59:59.999Z,",
        "2020-01-23T02:00:00Z, hubei",
        "2020-04-07T23:59:59.999Z, hubei",
        "2020-04-08T00:00:00Z,",
    })
    void from_its_beginning_until_before_its_end(Instant time, @Nullable String expected) {
        assertThat(regions.origin(time, "420100", null)).isEqualTo(expected);
    }

    @Test
    void without_an_end_for_good() {
        assertThat(regions.origin(Instant.parse("2099-01-01T00:00:00Z"), null, "京F"))
                .isEqualTo("beijing-f");
    }
}
