package io.feverline.registry.console;

import io.feverline.look.Language;
import io.feverline.registry.events.csv.CsvRow;
import io.feverline.registry.events.csv.CsvTable;
import io.feverline.registry.events.csv.Fault;
import io.feverline.registry.events.csv.Report;
import io.feverline.registry.rest.Names;
import io.feverline.registry.rest.ReferenceKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a document would do, before it does.
 *
 * @param content the document, for the form that confirms it
 */
record ImportPreview(ReferenceKind kind, CsvTable table, Report report, String content, Language language) {
    /** Enough to see whether columns and characters are as they should be. */
    private static final int FIRST_ROWS = 10;
    /** More than anybody corrects at a time. */
    private static final int MOST_FAULTS = 100;

    /** A row as it stands in the document, with a cell for each column. */
    record Row(int line, List<String> cells, boolean isBad) {}

    public String word() {
        return Names.of(kind);
    }

    /** The first faults, in the reader's language. */
    public List<Fault> faults() {
        return report.faults().stream()
                .limit(MOST_FAULTS)
                .map(fault -> new Fault(fault.line(), fault.column(), language.part(fault.reason())))
                .toList();
    }

    public boolean isCut() {
        return report.faults().size() > MOST_FAULTS;
    }

    /** The first rows. */
    public List<Row> rows() {
        Set<Integer> bad = report.faults().stream().map(Fault::line).collect(Collectors.toSet());
        return table.rows().stream()
                .limit(FIRST_ROWS)
                .map(row -> new Row(row.line(), cells(row), bad.contains(row.line())))
                .toList();
    }

    private List<String> cells(CsvRow row) {
        List<String> cells = row.cells();
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> i < cells.size() ? cells.get(i) : "")
                .toList();
    }

    /** How many rows would be written. */
    public int writes() {
        return report.added() + report.changed();
    }

    /** Whether there is anything to write, and nothing that keeps it from being written. */
    public boolean isReady() {
        return report.bad() == 0 && writes() > 0;
    }
}
