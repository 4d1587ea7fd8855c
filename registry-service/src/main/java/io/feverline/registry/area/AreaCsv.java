package io.feverline.registry.area;

import io.feverline.registry.events.csv.Cells;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Sheet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The published form of the area tree: CSV with the columns code, level, name, parent, and perhaps the version that it
 * was exported as. Others are passed over: what is published has more.
 */
public final class AreaCsv {
    public static final List<String> COLUMNS = List.of("code", "level", "name", "parent");

    private AreaCsv() {}

    /** What stands in the columns. */
    public static List<@Nullable Object> cells(ListedArea listed) {
        Area area = listed.area();
        return Arrays.asList(area.code(), area.level().name().toLowerCase(Locale.ROOT), area.name(), area.parent());
    }

    static Sheet<ListedArea> areas(CsvTable csv) {
        return Sheet.of(csv, AreaCsv::area);
    }

    private static @Nullable ListedArea area(Cells row) {
        String code = row.text("code");
        AreaLevel level = level(row.text("level"));
        String name = name(row);
        String parent = row.text("parent");
        if (level == null) {
            row.fault(
                    "level",
                    "须为 province、city、county、town、village 之一 / is none of province, city, county, town, village");
        } else {
            if (code == null || !code.matches("[0-9]{" + level.digits() + "}")) {
                row.fault("code", "此级代码为 %1$d 位数字 / a code of this level has %1$d digits".formatted(level.digits()));
            }
            if ((parent == null) != (level == AreaLevel.PROVINCE)) {
                row.fault("parent", "省级没有上级，其余都有 / a province has no parent, every other area has one");
            }
        }
        if (code == null || level == null || name == null || repeatsItsCity(code, level, parent)) {
            return null;
        }
        return new ListedArea(new Area(code, level, name, parent), 0);
    }

    /** Cities without counties, such as 441900 东莞市, stand once more in the list as the one county of themselves. */
    private static boolean repeatsItsCity(String code, AreaLevel level, @Nullable String parent) {
        return level == AreaLevel.COUNTY && code.equals(parent);
    }

    /** The row's {@code name}; null, and a fault, if it cannot be one. */
    static @Nullable String name(Cells row) {
        String name = row.text("name");
        if (name == null || name.length() > 100) {
            row.fault("name", "缺失或超过 100 个字符 / is missing or longer than 100");
            return null;
        }
        return name;
    }

    private static @Nullable AreaLevel level(@Nullable String word) {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
                return level;
            }
        }
        return null;
    }
}
