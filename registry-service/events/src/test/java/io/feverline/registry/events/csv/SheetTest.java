package io.feverline.registry.events.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feverline.registry.events.csv.Sheet.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    @Test
    void a_row_says_as_of_which_version_it_was_exported() {
        var sheet = Sheet.of(CsvTable.read("id,version\na,3\nb,\n", 10), cells -> cells.needed("id"));

        assertThat(sheet.entries())
                .extracting(Entry::line, Entry::value, Entry::version)
                .containsExactly(tuple(2, "a", 3L), tuple(3, "b", null));
    }

    @Test
    void every_fault_of_a_row_is_named_and_other_rows_are_taken() {
        var sheet = Sheet.of(CsvTable.read("id,offset,version\n,x,new\nb,0.5,\n", 10), cells -> {
            cells.decimal("offset");
            return cells.needed("id");
        });

        assertThat(sheet.faults())
                .extracting(Fault::line, Fault::column)
                .containsExactlyInAnyOrder(tuple(2, "id"), tuple(2, "offset"), tuple(2, "version"));
        assertThat(sheet.entries()).extracting(Entry::value).containsExactly("b");
    }

    @Test
    void a_row_without_meaning_is_passed_over() {
        var sheet = Sheet.of(CsvTable.read("id\na\n", 10), cells -> (String) null);

        assertThat(sheet).isEqualTo(new Sheet<>(List.of(), List.of()));
    }

    @Test
    void what_a_spreadsheet_must_not_take_for_a_formula_is_read_as_it_was() {
        assertThat(read("'=1+1", cells -> cells.text("x"))).isEqualTo("=1+1");
        assertThat(read("'s Gate", cells -> cells.text("x"))).isEqualTo("'s Gate");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 2026-12-31", "2026/12/31, 2026-12-31", "2026/1/5, 2026-01-05"})
    void a_day_is_read_as_spreadsheets_write_it(String text, LocalDate day) {
        assertThat(read(text, cells -> cells.day("x"))).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-12/31", "soon", "31.12.2026", "+20260-01-01"})
    void what_is_no_day_is_a_fault(String text) {
        assertFault(text, cells -> cells.day("x"));
    }

    @Test
    void a_time_has_an_offset() {
        assertThat(read("2020-01-23T10:00:00+08:00", cells -> cells.time("x")))
                .isEqualTo(OffsetDateTime.parse("2020-01-23T10:00:00+08:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-23T10:00:00", "2020-01-23", "+99999-01-01T00:00:00Z", "now"})
    void what_is_no_time_is_a_fault(String text) {
        assertFault(text, cells -> cells.time("x"));
    }

    @Test
    void a_number_is_a_number() {
        assertThat(read("-0.3", cells -> cells.decimal("x"))).isEqualTo(new BigDecimal("-0.3"));
        assertFault("0,3", cells -> cells.decimal("x"));
    }

    @Test
    void what_databases_cannot_store_is_a_fault() {
        assertFault("a\0b", cells -> cells.text("x"));
    }

    @Test
    void no_fault_quotes_what_stands_there() {
        var faults = faults("secret", cells -> cells.day("x"));

        assertThat(faults).hasSize(1).noneMatch(fault -> fault.toString().contains("secret"));
    }

    private static Object read(String cell, Function<Cells, @Nullable Object> meaning) {
        var sheet = Sheet.of(table(cell), meaning);
        assertThat(sheet.faults()).isEmpty();
        return sheet.entries().get(0).value();
    }

    private static void assertFault(String cell, Function<Cells, @Nullable Object> meaning) {
        assertThat(faults(cell, meaning)).extracting(Fault::column).containsExactly("x");
    }

    private static List<Fault> faults(String cell, Function<Cells, @Nullable Object> meaning) {
        return Sheet.of(table(cell), meaning).faults();
    }

    private static CsvTable table(String cell) {
        return CsvTable.read("x\n\"" + cell + "\"\n", 10);
    }
}
