package io.feverline.registry.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.feverline.registry.events.csv.SpreadsheetCsv;
import io.feverline.registry.export.Measures;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement found, as CSV with the names of its columns. */
final class Tables {
    private static final ObjectWriter LINES = SpreadsheetCsv.rows();

    private Tables() {}

    static byte[] csv(RowSet<Row> rows) {
        var lines = new ArrayList<List<String>>(rows.size() + 1);
        lines.add(rows.columnsNames());
        for (Row row : rows) {
            var line = new ArrayList<String>(row.size());
            for (int i = 0; i < row.size(); i++) {
                line.add(text(row.getValue(i)));
            }
            lines.add(line);
        }
        try {
            return (SpreadsheetCsv.BYTE_ORDER_MARK + LINES.writeValueAsString(lines)).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always CSV", e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof OffsetDateTime time) {
            return Measures.text(Measures.local(time.toInstant()));
        }
        if (value instanceof Object[] array) {
            return SpreadsheetCsv.harmless(String.join(
                    "; ", List.of(array).stream().map(Object::toString).toList()));
        }
        return value instanceof String text ? SpreadsheetCsv.harmless(text) : value.toString();
    }
}
