package io.feverline.registry.events.csv;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a document that an import takes back: formula-safe, with a column that counts versions. */
public final class CsvWriter {
    /** Texts are quoted all: else spaces at their ends would not come back. */
    private static final ObjectWriter ROWS = SpreadsheetCsv.rows()
            .forType(Object[].class)
            .with(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final SequenceWriter rows;

    /**
     * Begins a document.
     *
     * @param columns without the version
     */
    public CsvWriter(OutputStream out, List<String> columns) throws IOException {
        out.write(SpreadsheetCsv.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        rows = ROWS.writeValues(out);
        rows.write(Stream.concat(columns.stream(), Stream.of(Cells.VERSION)).toArray());
    }

    /** Adds a row, its cells in the order of the columns. */
    public void add(List<? extends @Nullable Object> cells, long version) throws IOException {
        List<Object> row = new ArrayList<>(cells.size() + 1);
        for (Object cell : cells) {
            row.add(cell instanceof Number ? cell : SpreadsheetCsv.harmless(cell == null ? "" : cell.toString()));
        }
        row.add(version);
        rows.write(row.toArray());
    }

    /** Ends the document; the stream stays open. */
    public void end() throws IOException {
        rows.flush();
    }
}
