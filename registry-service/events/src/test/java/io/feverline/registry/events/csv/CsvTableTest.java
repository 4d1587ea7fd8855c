package io.feverline.registry.events.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @Test
    void what_a_spreadsheet_saves_is_read() {
        var table = read("\uFEFFid,name,\r\n\"a\",\"say \"\"hi\"\", then\",\r\n b , x y ,,\r\n");

        assertThat(table.columns()).containsExactly("id", "name");
        assertThat(table.rows())
                .extracting(row -> row.cell("id"), row -> row.cell("name"))
                .containsExactly(tuple("a", "say \"hi\", then"), tuple("b", "x y"));
    }

    @Test
    void spaces_in_quotes_are_of_the_text() {
        assertThat(read("id\n\" a \"\n").rows().get(0).cell("id")).isEqualTo(" a ");
    }

    @Test
    void a_row_is_named_by_its_first_line() {
        var table = read("id,name\na,\"two\r\nlines\"\n\n  \n,,,\nb,x\n");

        assertThat(table.rows()).extracting(CsvRow::line).containsExactly(2, 7);
    }

    @Test
    void cells_that_are_missing_at_the_end_are_empty() {
        assertThat(read("id,name\na\n").rows().get(0).cell("name")).isEmpty();
    }

    @Test
    void a_row_with_more_cells_than_the_header_is_bad_and_those_after_it_are_read() {
        var table = read("id,name\na,x,y\nb,z\n");

        assertThat(table.faults()).extracting(Fault::line).containsExactly(2);
        assertThat(table.rows()).extracting(CsvRow::line).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name\na,x\nb,\"open\nc,y\n", "id,name\na,x\nb,\"x\"y\nc,z\n"})
    void quotes_that_do_not_match_end_the_document(String csv) {
        var table = read(csv);

        assertThat(table.rows()).extracting(CsvRow::line).containsExactly(2);
        assertThat(table.faults()).extracting(Fault::line).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", ",,\n", "id,id\n", "\"id\n"})
    void what_has_no_header_is_no_table(String csv) {
        assertThatThrownBy(() -> read(csv)).isInstanceOf(UnreadableCsv.class).hasMessageContaining("header");
    }

    @Test
    void a_table_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> CsvTable.read("id\na\nb\nc\n", 2))
                .isInstanceOf(UnreadableCsv.class)
                .hasMessageContaining("2 rows at most");
    }

    @Test
    void columns_may_stand_in_any_order_and_one_may_be_missing() {
        assertThat(read("name,id\nx,a\n").with(List.of("id", "name"), "version").rows())
                .hasSize(1);
        assertThat(read("version,id,name\n")
                        .with(List.of("id", "name"), "version")
                        .rows())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id\n", "id,nmae\n", "id,name,note\n"})
    void a_column_that_is_misspelt_or_left_out_is_refused(String csv) {
        assertThatThrownBy(() -> read(csv).with(List.of("id", "name"), "version"))
                .isInstanceOf(UnreadableCsv.class)
                .hasMessageContaining("id, name");
    }

    private static CsvTable read(String csv) {
        return CsvTable.read(csv, 1_000);
    }
}
