package io.feverline.registry.events.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row as what they mean; what cannot be meant is noted as a fault of the row. */
public final class Cells {
    /** The column that tells as of which version a row was exported. */
    public static final String VERSION = "version";

    /** Spreadsheets of China save 2026-12-31 as 2026/12/31. */
    private static final Pattern DAY = Pattern.compile("[0-9]{4}([-/])[0-9]{1,2}\\1[0-9]{1,2}");

    private static final DateTimeFormatter DAY_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    /** Of more digits databases know nothing; RFC 3339 has four. */
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-.*");

    private final CsvRow row;
    private final List<Fault> faults = new ArrayList<>();

    Cells(CsvRow row) {
        this.row = row;
    }

    /** Null when it is empty. */
    public @Nullable String text(String column) {
        String text = SpreadsheetCsv.original(row.cell(column));
        if (text.isEmpty()) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            fault(column, "有不能存储的字符 / has a character that cannot be stored");
            return null;
        }
        return text;
    }

    /** Empty, and a fault, when it is empty. */
    public String needed(String column) {
        String text = text(column);
        return text == null ? missing(column, "") : text;
    }

    /** The same of a time. */
    public OffsetDateTime neededTime(String column) {
        OffsetDateTime time = time(column);
        return time == null ? missing(column, OffsetDateTime.MIN) : time;
    }

    private <V> V missing(String column, V instead) {
        if (!isFaulty(column)) {
            fault(column, "缺少 / is missing");
        }
        return instead;
    }

    public @Nullable BigDecimal decimal(String column) {
        return parsed(column, "须为数 / must be a number", BigDecimal::new);
    }

    public @Nullable Long whole(String column) {
        return parsed(column, "须为整数 / must be a whole number", Long::valueOf);
    }

    public @Nullable LocalDate day(String column) {
        return parsed(column, "须形如 2026-12-31 / must look like 2026-12-31", text -> {
            if (!DAY.matcher(text).matches()) {
                throw new DateTimeException("no day");
            }
            return LocalDate.parse(text.replace('/', '-'), DAY_FORMAT);
        });
    }

    public @Nullable OffsetDateTime time(String column) {
        return parsed(column, "须形如 2020-01-26T08:00:00+08:00 / must look like 2020-01-26T08:00:00+08:00", text -> {
            if (!TIME.matcher(text).matches()) {
                throw new DateTimeException("no time");
            }
            return OffsetDateTime.parse(text);
        });
    }

    private <V> @Nullable V parsed(String column, String complaint, Function<String, V> meaning) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return meaning.apply(text);
        } catch (NumberFormatException | DateTimeException e) {
            fault(column, complaint);
            return null;
        }
    }

    /** Something is wrong with the row. */
    public void fault(@Nullable String column, String reason) {
        faults.add(new Fault(row.line(), column, reason));
    }

    /** Whether something is wrong with a column. */
    public boolean isFaulty(String column) {
        return faults.stream().anyMatch(fault -> column.equals(fault.column()));
    }

    /** Whether nothing is. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    int line() {
        return row.line();
    }

    List<Fault> faults() {
        return faults;
    }
}
