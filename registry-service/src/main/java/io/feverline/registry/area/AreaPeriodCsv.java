package io.feverline.registry.area;

import io.feverline.registry.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The history of GB/T 2260's codes: CSV with the columns code, name, first_year, last_year. */
final class AreaPeriodCsv {
    static final Set<String> COLUMNS = Set.of("code", "name", "first_year", "last_year");

    private AreaPeriodCsv() {}

    /**
     * The file's periods in its order.
     *
     * @throws Rejection if a line is not a period; the message names the line
     */
    static List<AreaPeriod> periods(CsvTable csv) {
        var periods = new ArrayList<AreaPeriod>(csv.rows().size());
        var seen = new HashSet<String>();
        int line = CsvTable.FIRST_LINE;
        for (Map<String, String> row : csv.rows()) {
            AreaPeriod period = period(row, line);
            if (!seen.add(period.code() + " since " + period.firstYear())) {
                throw CsvTable.unreadable(line, "代码与起始年份重复", "the code stands twice with this first year");
            }
            periods.add(period);
            line++;
        }
        return periods;
    }

    private static AreaPeriod period(Map<String, String> row, int line) {
        String code = row.getOrDefault("code", "");
        if (!code.matches("[0-9]{6}")) {
            throw CsvTable.unreadable(line, "代码为 6 位数字", "a code has 6 digits");
        }
        int first = year(row, "first_year", line);
        int last = year(row, "last_year", line);
        if (last < first) {
            throw CsvTable.unreadable(line, "last_year 早于 first_year", "last_year is before first_year");
        }
        return new AreaPeriod(code, CsvTable.name(row, line), first, last);
    }

    private static int year(Map<String, String> row, String column, int line) {
        String year = row.getOrDefault(column, "");
        if (!year.matches("[12][0-9]{3}")) {
            throw CsvTable.unreadable(line, column + " 须为年份", column + " is no year");
        }
        return Integer.parseInt(year);
    }
}
