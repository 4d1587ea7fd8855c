package io.feverline.registry.events.csv;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV document (RFC 4180) with a header, as far as it can be read.
 *
 * @param columns the header's names
 * @param rows those that fit the header
 * @param faults of those that do not
 */
public record CsvTable(List<String> columns, List<CsvRow> rows, List<Fault> faults) {
    private static final ObjectReader ROWS = new CsvMapper()
            .readerFor(String[].class)
            .withFeatures(
                    CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES, CsvParser.Feature.TRIM_SPACES);

    /**
     * Reads a document. Spreadsheets leave a byte order mark, and empty cells at the ends of rows.
     *
     * @param most so many rows at most
     * @throws UnreadableCsv if it has no header, or more rows
     */
    public static CsvTable read(String csv, int most) {
        try (MappingIterator<String[]> lines = ROWS.readValues(withoutByteOrderMark(csv))) {
            List<String> columns = header(lines);
            List<CsvRow> rows = new ArrayList<>();
            List<Fault> faults = new ArrayList<>();
            int line = lines.getCurrentLocation().getLineNr();
            try {
                while (lines.hasNextValue()) {
                    List<String> cells = cells(lines.nextValue());
                    if (cells.size() > columns.size()) {
                        faults.add(new Fault(line, null, "单元格多于表头 / has more cells than the header"));
                    } else if (!cells.isEmpty()) {
                        rows.add(new CsvRow(line, columns, cells));
                    }
                    if (rows.size() + faults.size() > most) {
                        throw new UnreadableCsv(
                                "最多 %1$d 行，请分次导入 / %1$d rows at most: import it in parts".formatted(most), true);
                    }
                    line = lines.getCurrentLocation().getLineNr();
                }
            } catch (IOException | RuntimeJsonMappingException e) {
                faults.add(new Fault(line, null, "引号不成对，由此起无法读取 / quotes do not match: unreadable from here on"));
            }
            return new CsvTable(columns, rows, faults);
        } catch (IOException e) {
            throw new IllegalStateException("closing a string", e);
        }
    }

    private static List<String> header(MappingIterator<String[]> lines) {
        try {
            List<String> columns = lines.hasNextValue() ? cells(lines.nextValue()) : List.of();
            if (!columns.isEmpty() && new HashSet<>(columns).size() == columns.size()) {
                return columns;
            }
        } catch (IOException | RuntimeJsonMappingException e) {
            // falls through to the answer below
        }
        throw unreadable("不是带表头的 CSV / the document is not CSV with a header");
    }

    private static List<String> cells(String[] cells) {
        int end = cells.length;
        while (end > 0 && cells[end - 1].isEmpty()) {
            end--;
        }
        return List.of(cells).subList(0, end);
    }

    private static String withoutByteOrderMark(String csv) {
        return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    }

    /**
     * The table, if it has these columns and no others: one that is misspelt or left out would empty what it is about.
     *
     * @param optional may be missing
     * @throws UnreadableCsv if it has not
     */
    public CsvTable with(List<String> required, String optional) {
        Set<String> others = new HashSet<>(columns);
        others.remove(optional);
        if (!others.equals(Set.copyOf(required))) {
            String names = String.join(", ", required);
            throw unreadable("列须为 %1$s，另可有 %2$s / the columns are %1$s, and may be %2$s".formatted(names, optional));
        }
        return this;
    }

    private static UnreadableCsv unreadable(String message) {
        return new UnreadableCsv(message, false);
    }
}
