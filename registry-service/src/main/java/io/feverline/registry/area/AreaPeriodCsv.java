package io.feverline.registry.area;

import io.feverline.registry.events.csv.Cells;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of GB/T 2260's codes: CSV with the columns code, name, first_year, last_year. */
final class AreaPeriodCsv {
    static final List<String> COLUMNS = List.of("code", "name", "first_year", "last_year");

    private AreaPeriodCsv() {}

    static Sheet<AreaPeriod> periods(CsvTable csv) {
        return Sheet.of(csv, AreaPeriodCsv::period);
    }

    private static @Nullable AreaPeriod period(Cells row) {
        String code = row.text("code");
        if (code == null || !code.matches("[0-9]{6}")) {
            row.fault("code", "代码为 6 位数字 / a code has 6 digits");
        }
        String name = AreaCsv.name(row);
        Integer first = year(row, "first_year");
        Integer last = year(row, "last_year");
        if (first != null && last != null && last < first) {
            row.fault("last_year", "早于 first_year / is before first_year");
        }
        return code == null || name == null || first == null || last == null
                ? null
                : new AreaPeriod(code, name, first, last);
    }

    private static @Nullable Integer year(Cells row, String column) {
        String year = row.text(column);
        if (year == null || !year.matches("[12][0-9]{3}")) {
            row.fault(column, "须为年份 / is no year");
            return null;
        }
        return Integer.valueOf(year);
    }
}
