package io.feverline.registry.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Sheet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaPeriodCsvTest {
    private static final String HEADER = "code,name,first_year,last_year\n";

    @Test
    void reads_what_a_code_stood_for_and_when() {
        assertThat(periods("360311,上栗区,1980,1996\n360322,上栗县,1997,2020\n"))
                .containsExactly(
                        new AreaPeriod("360311", "上栗区", 1980, 1996), new AreaPeriod("360322", "上栗县", 1997, 2020));
    }

    @Test
    void a_code_that_came_back_has_two_periods() {
        assertThat(periods("360302,城关区,1980,1992\n360302,安源区,1993,2020\n")).hasSize(2);
    }

    @Test
    void names_every_line_that_is_no_period() {
        assertFaults("36031,上栗区,1980,1996\n", "2 code");
        assertFaults("360311,上栗区,1980,\n", "2 last_year");
        assertFaults("360311,上栗区,1996,1980\n360311,,x,1996\n", "2 last_year", "3 name", "3 first_year");
    }

    private static List<AreaPeriod> periods(String lines) {
        return sheet(lines).entries().stream().map(Sheet.Entry::value).toList();
    }

    private static Sheet<AreaPeriod> sheet(String lines) {
        return AreaPeriodCsv.periods(CsvTable.read(HEADER + lines, 100));
    }

    private static void assertFaults(String lines, String... places) {
        assertThat(sheet(lines).faults())
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly(places);
    }
}
