package io.feverline.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
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
    void names_the_line_that_is_no_period() {
        assertRefused("36031,上栗区,1980,1996\n", "line 2: a code has 6 digits");
        assertRefused("360311,上栗区,1980,\n", "line 2: last_year is no year");
        assertRefused("360311,上栗区,1996,1980\n", "line 2: last_year is before first_year");
        assertRefused("360311,,1980,1996\n", "line 2: the name");
        assertRefused("360311,上栗区,1980,1996\n360311,x,1980,1990\n", "line 3: the code stands twice");
    }

    private static List<AreaPeriod> periods(String lines) {
        return AreaPeriodCsv.periods(CsvTable.read(HEADER + lines));
    }

    private static void assertRefused(String lines, String why) {
        assertThatThrownBy(() -> periods(lines)).isInstanceOf(Rejection.class).hasMessageContaining(why);
    }
}
