package io.feverline.registry.area;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The published form of the area tree: CSV with the columns code, level, name, parent. */
public final class AreaCsv {
    private static final Set<String> HEADER = Set.of("code", "level", "name", "parent");
    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .withFeatures(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES);

    private AreaCsv() {}

    /**
     * The file's areas in order of code.
     *
     * @throws Rejection if a line is not an area; the message names the line
     */
    public static List<Area> read(String csv) {
        var areas = new TreeMap<String, Area>();
        try (MappingIterator<Map<String, String>> rows = ROWS.readValues(withoutByteOrderMark(csv))) {
            requireHeader(rows);
            for (int line = 2; rows.hasNext(); line++) {
                Area area = area(rows.next(), line);
                if (areas.put(area.code(), area) != null) {
                    throw unreadable(line, "代码重复", "the code stands twice");
                }
            }
        } catch (JacksonException | RuntimeJsonMappingException e) {
            throw new Rejection(Reason.UNREADABLE_CSV, "不是带表头的 CSV / the document is not CSV with a header");
        } catch (IOException e) {
            throw new IllegalStateException("reading a string", e);
        }
        return List.copyOf(areas.values());
    }

    private static void requireHeader(MappingIterator<?> rows) throws IOException {
        rows.hasNextValue();
        if (!(rows.getParserSchema() instanceof CsvSchema schema)
                || !HEADER.stream().allMatch(name -> schema.column(name) != null)) {
            throw unreadable(1, "列须为 code, level, name, parent", "the columns are not code, level, name, parent");
        }
    }

    private static Area area(Map<String, String> row, int line) {
        AreaLevel level = level(row.getOrDefault("level", ""));
        if (level == null) {
            throw unreadable(
                    line,
                    "level 须为 province、city、county、town、village 之一",
                    "the level is none of province, city, county, town, village");
        }
        String code = row.getOrDefault("code", "");
        if (!code.matches("[0-9]{" + level.digits() + "}")) {
            throw unreadable(
                    line, "此级代码为 " + level.digits() + " 位数字", "a code of this level has " + level.digits() + " digits");
        }
        String name = row.getOrDefault("name", "");
        if (name.isEmpty() || name.length() > 100) {
            throw unreadable(line, "名称缺失或超过 100 个字符", "the name is missing or longer than 100");
        }
        String parent = row.getOrDefault("parent", "");
        if (parent.isEmpty() != (level == AreaLevel.PROVINCE)) {
            throw unreadable(line, "省级没有上级，其余都有", "a province has no parent, every other area has one");
        }
        return new Area(code, level, name, parent.isEmpty() ? null : parent);
    }

    private static @Nullable AreaLevel level(String word) {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
                return level;
            }
        }
        return null;
    }

    private static String withoutByteOrderMark(String csv) {
        return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    }

    private static Rejection unreadable(int line, String chinese, String english) {
        return new Rejection(Reason.UNREADABLE_CSV, "第 %d 行：%s / line %d: %s".formatted(line, chinese, line, english));
    }
}
