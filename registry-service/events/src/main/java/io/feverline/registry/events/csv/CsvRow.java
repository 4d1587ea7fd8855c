package io.feverline.registry.events.csv;

import java.util.List;

/**
 * A row of a document.
 *
 * @param line the first that it stands on; quoted texts have more than one
 * @param columns the header's names
 * @param cells from the first column on; those that are missing at the end are empty
 */
public record CsvRow(int line, List<String> columns, List<String> cells) {
    /** What stands in a column; empty if nothing does. */
    String cell(String column) {
        int position = columns.indexOf(column);
        return position < 0 || position >= cells.size() ? "" : cells.get(position);
    }
}
