package io.feverline.registry.traveller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({"360322199001011234, 360***********1234", "E12345678, E******78", "12345, ****5"})
    void of_a_document_the_ends_can_be_read(String number, String masked) {
        assertThat(Masking.document(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13812341234, 138****1234", "+8613812341234, +86*******1234", "1234567, *******", "12345678, 123*5678"})
    void of_a_telephone_number_that_is_long_enough_the_ends_can_be_read(String number, String masked) {
        assertThat(Masking.phone(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"王小明, 王**", "王明, 王*", "王, *", "Müller, M*****", "𠮷田, 𠮷*"})
    void of_a_name_the_first_character_can_be_read_unless_it_is_all(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }
}
