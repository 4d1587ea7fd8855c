package io.feverline.registry.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
import java.nio.charset.Charset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvContentTest {
    private static final String ROWS = "id,name\r\ng-1,\"萍乡\n东㙍\"\r\n";

    @Test
    void a_file_of_utf_8_is_read_as_it_is() {
        assertThat(CsvContent.text(ROWS.getBytes(UTF_8))).isEqualTo(ROWS);
    }

    @Test
    void a_file_that_excel_of_china_saved_is_read_as_gb18030() {
        assertThat(CsvContent.text(ROWS.getBytes(Charset.forName("GB18030")))).isEqualTo(ROWS);
    }

    @Test
    void a_file_that_is_no_text_is_refused() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, (byte) 0xff};

        assertThatThrownBy(() -> CsvContent.text(picture)).isInstanceOf(Rejection.class);
    }

    @Property(tries = 100)
    void what_is_confirmed_is_what_was_shown(@ForAll String csv) {
        // Half of a pair of surrogates is no character: no file that was read as text has one.
        String text = new String(csv.getBytes(UTF_8), UTF_8);

        assertThat(CsvContent.unpacked(CsvContent.packed(text))).isEqualTo(text);
    }

    @Test
    void a_field_is_as_safe_as_in_an_address() {
        assertThat(CsvContent.packed(ROWS)).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id,name", "aWQsbmFtZQ"})
    void what_no_preview_has_shown_is_refused(String field) {
        assertThatThrownBy(() -> CsvContent.unpacked(field)).isInstanceOf(Rejection.class);
    }

    @Test
    void what_unpacks_to_more_than_a_file_may_have_is_refused() {
        String field = CsvContent.packed(" ".repeat(CsvContent.MOST_BYTES + 1));

        assertThatThrownBy(() -> CsvContent.unpacked(field)).isInstanceOf(Rejection.class);
    }
}
