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
import java.util.Map;
import java.util.Set;

/**
 * A CSV document with a header.
 *
 * @param columns the header's names
 * @param rows by column; the first stands on line 2
 */
record CsvTable(Set<String> columns, List<Map<String, String>> rows) {
    static final int FIRST_LINE = 2;

    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .withFeatures(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES);

    /** @throws Rejection if it is no CSV */
    static CsvTable read(String csv) {
        try (MappingIterator<Map<String, String>> rows = ROWS.readValues(withoutByteOrderMark(csv))) {
            List<Map<String, String>> all = rows.readAll();
            return new CsvTable(columns(rows), all);
        } catch (JacksonException | RuntimeJsonMappingException e) {
            throw new Rejection(Reason.UNREADABLE_CSV, "不是带表头的 CSV / the document is not CSV with a header");
        } catch (IOException e) {
            throw new IllegalStateException("reading a string", e);
        }
    }

    private static Set<String> columns(MappingIterator<?> rows) {
        return rows.getParserSchema() instanceof CsvSchema schema ? Set.copyOf(schema.getColumnNames()) : Set.of();
    }

    private static String withoutByteOrderMark(String csv) {
        return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    }

    /** The row's {@code name}. */
    static String name(Map<String, String> row, int line) {
        String name = row.getOrDefault("name", "");
        if (name.isEmpty() || name.length() > 100) {
            throw unreadable(line, "名称缺失或超过 100 个字符", "the name is missing or longer than 100");
        }
        return name;
    }

    static Rejection unreadable(int line, String chinese, String english) {
        return new Rejection(Reason.UNREADABLE_CSV, "第 %d 行：%s / line %d: %s".formatted(line, chinese, line, english));
    }
}
