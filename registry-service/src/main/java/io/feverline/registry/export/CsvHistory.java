package io.feverline.registry.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.feverline.registry.events.csv.SpreadsheetCsv;
import io.feverline.registry.passage.PastPassage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table of passages as CSV. */
final class CsvHistory implements HistoryWriter {
    private static final ObjectWriter ROWS = SpreadsheetCsv.rows()
            .forType(String[].class)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final SequenceWriter rows;

    CsvHistory(OutputStream out) throws IOException {
        out.write(SpreadsheetCsv.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        rows = ROWS.writeValues(out);
        rows.write(row(Column::header));
    }

    @Override
    public void add(List<PastPassage> passages) throws IOException {
        for (PastPassage passage : passages) {
            rows.write(row(column -> text(column.value().apply(passage))));
        }
    }

    @Override
    public void finish() throws IOException {
        rows.flush();
    }

    private static String[] row(Function<Column, String> text) {
        return Column.ALL.stream().map(text).toArray(String[]::new);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof OffsetDateTime time) {
            return Measures.text(time);
        }
        return value instanceof String text ? SpreadsheetCsv.harmless(text) : value.toString();
    }
}
