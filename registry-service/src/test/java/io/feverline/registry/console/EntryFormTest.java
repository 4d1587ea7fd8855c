package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFormTest {
    @ParameterizedTest
    @CsvSource({"37300, 37.3", "36450, 36.45", "36000, 36.0", "37299, 37.29"})
    void a_temperature_is_shown_as_it_was_written_and_never_rounded_up_to_a_fever(int thousandths, String shown) {
        assertThat(EntryForm.celsius(thousandths)).hasToString(shown);
    }
}
