package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaNamesTest {
    private final AreaNames names = new AreaNames(Map.of("360322", "上栗县", "360322101", "上栗镇"));

    @ParameterizedTest
    @CsvSource({
        "360322101, 上栗镇",
        "360322101001, 上栗镇 360322101001",
        "360322109002, 上栗县 360322109002",
        "420100, 420100",
        "36, 36"
    })
    void an_area_goes_by_its_name_or_the_nearest_around_it(String code, String name) {
        assertThat(names.name(code)).isEqualTo(name);
    }
}
