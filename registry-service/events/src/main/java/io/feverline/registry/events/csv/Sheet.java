package io.feverline.registry.events.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a document says.
 *
 * @param entries its rows, but for bad ones
 * @param faults of the bad ones
 */
public record Sheet<R>(List<Entry<R>> entries, List<Fault> faults) {
    /**
     * A row.
     *
     * @param version as of which it was exported; null when it does not say, and so is for any
     */
    public record Entry<R>(int line, R value, @Nullable Long version) {}

    /**
     * Reads a table.
     *
     * @param meaning of a row's cells; null when it has none, which is no fault
     */
    public static <R> Sheet<R> of(CsvTable table, Function<Cells, @Nullable R> meaning) {
        List<Entry<R>> entries = new ArrayList<>(table.rows().size());
        List<Fault> faults = new ArrayList<>(table.faults());
        for (CsvRow row : table.rows()) {
            var cells = new Cells(row);
            Long version = cells.whole(Cells.VERSION);
            R value = meaning.apply(cells);
            if (!cells.isSound()) {
                faults.addAll(cells.faults());
            } else if (value != null) {
                entries.add(new Entry<>(cells.line(), value, version));
            }
        }
        return new Sheet<>(entries, faults);
    }
}
