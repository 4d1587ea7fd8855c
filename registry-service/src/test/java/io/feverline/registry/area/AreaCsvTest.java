package io.feverline.registry.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.events.csv.CsvTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaCsvTest {
    private static final String HEADER = "code,level,name,parent\n";

    @Test
    void reads_the_tree() {
        var areas = areas("\uFEFF" + HEADER + "360300,city,萍乡市,360000\r\n360000,province,江西省,\r\n\r\n");

        assertThat(areas)
                .containsExactly(
                        new Area("360300", AreaLevel.CITY, "萍乡市", "360000"),
                        new Area("360000", AreaLevel.PROVINCE, "江西省", null));
    }

    @Test
    void names_every_line_that_is_no_area() {
        assertFaults("360322,town,上栗镇,360300\n", "2 code");
        assertFaults("360000,province,江西省,\n360300,town-ship,萍乡市,360000\n", "3 level");
        assertFaults("360300,city,萍乡市,\n", "2 parent");
        assertFaults("360300,city,,360000\n36,county,x,\n", "2 name", "3 code", "3 parent");
    }

    @Test
    void a_city_without_counties_that_stands_as_its_own_county_is_one_area() {
        assertThat(areas(HEADER + "441900,city,东莞市,440000\n441900,county,东莞市,441900\n"))
                .containsExactly(new Area("441900", AreaLevel.CITY, "东莞市", "440000"));
    }

    private static List<Area> areas(String csv) {
        return AreaCsv.areas(CsvTable.read(csv, 100)).entries().stream()
                .map(entry -> entry.value().area())
                .toList();
    }

    private static void assertFaults(String lines, String... places) {
        assertThat(AreaCsv.areas(CsvTable.read(HEADER + lines, 100)).faults())
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly(places);
    }
}
