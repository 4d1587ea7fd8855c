package io.feverline.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.registry.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaCsvTest {
    private static final String HEADER = "code,level,name,parent\n";

    @Test
    void reads_the_tree_in_order_of_code() {
        var areas = areas("\uFEFF" + HEADER + "360300,city,萍乡市,360000\r\n360000,province,江西省,\r\n\r\n");

        assertThat(areas)
                .containsExactly(
                        new Area("360000", AreaLevel.PROVINCE, "江西省", null),
                        new Area("360300", AreaLevel.CITY, "萍乡市", "360000"));
    }

    @Test
    void names_the_line_that_is_no_area() {
        assertRefused("360322,town,上栗镇,360300\n", "第 2 行", "line 2: a code of this level has 9 digits");
        assertRefused("360000,province,江西省,\n360300,town-ship,萍乡市,360000\n", "第 3 行", "line 3: the level");
        assertRefused("360300,city,萍乡市,\n", "第 2 行", "line 2: a province has no parent");
        assertRefused("360300,city,,360000\n", "第 2 行", "line 2: the name");
        assertRefused("360000,province,江西省,\n360000,province,江西省,\n", "第 3 行", "line 3: the code stands twice");
    }

    @Test
    void a_city_without_counties_that_stands_as_its_own_county_is_one_area() {
        assertThat(areas(HEADER + "441900,city,东莞市,440000\n441900,county,东莞市,441900\n"))
                .containsExactly(new Area("441900", AreaLevel.CITY, "东莞市", "440000"));
    }

    private static List<Area> areas(String csv) {
        return AreaCsv.areas(CsvTable.read(csv));
    }

    private static void assertRefused(String lines, String chinese, String english) {
        assertThatThrownBy(() -> areas(HEADER + lines))
                .isInstanceOf(Rejection.class)
                .hasMessageStartingWith(chinese)
                .hasMessageContaining(english);
    }
}
