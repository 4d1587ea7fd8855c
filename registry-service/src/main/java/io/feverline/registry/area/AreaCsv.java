package io.feverline.registry.area;

import io.feverline.registry.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The published form of the area tree: CSV with the columns code, level, name, parent. */
final class AreaCsv {
    static final Set<String> COLUMNS = Set.of("code", "level", "name", "parent");

    private AreaCsv() {}

    /**
     * The file's areas in order of code.
     *
     * @throws Rejection if a line is not an area; the message names the line
     */
    static List<Area> areas(CsvTable csv) {
        var areas = new TreeMap<String, Area>();
        int line = CsvTable.FIRST_LINE;
        for (Map<String, String> row : csv.rows()) {
            Area area = area(row, line);
            if (!repeatsItsCity(area) && areas.put(area.code(), area) != null) {
                throw CsvTable.unreadable(line, "代码重复", "the code stands twice");
            }
            line++;
        }
        return List.copyOf(areas.values());
    }

    /** Cities without counties, such as 441900 东莞市, stand once more in the list as the one county of themselves. */
    private static boolean repeatsItsCity(Area area) {
        return area.level() == AreaLevel.COUNTY && area.code().equals(area.parent());
    }

    private static Area area(Map<String, String> row, int line) {
        AreaLevel level = level(row.getOrDefault("level", ""));
        if (level == null) {
            throw CsvTable.unreadable(
                    line,
                    "level 须为 province、city、county、town、village 之一",
                    "the level is none of province, city, county, town, village");
        }
        String code = row.getOrDefault("code", "");
        if (!code.matches("[0-9]{" + level.digits() + "}")) {
            throw CsvTable.unreadable(
                    line, "此级代码为 " + level.digits() + " 位数字", "a code of this level has " + level.digits() + " digits");
        }
        String parent = row.getOrDefault("parent", "");
        if (parent.isEmpty() != (level == AreaLevel.PROVINCE)) {
            throw CsvTable.unreadable(line, "省级没有上级，其余都有", "a province has no parent, every other area has one");
        }
        return new Area(code, level, CsvTable.name(row, line), parent.isEmpty() ? null : parent);
    }

    private static @Nullable AreaLevel level(String word) {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
                return level;
            }
        }
        return null;
    }
}
