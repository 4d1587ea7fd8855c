package io.feverline.registry.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.feverline.registry.passage.PastPassage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * CSV as in RFC 4180, in UTF-8 with a byte order mark: without it Excel takes the text for the system's code page, GBK
 * in China.
 */
final class CsvHistory implements HistoryWriter {
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    /**
     * With these a spreadsheet takes a text for a formula, the wide forms included (OWASP, CSV Injection). An
     * apostrophe in front, which spreadsheets do not show, makes it a text again.
     */
    private static final String BEGIN_FORMULAS = "=+-@＝＋－＠\t\r\n";

    private static final ObjectWriter ROWS = new CsvMapper()
            .writerFor(String[].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
            .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final SequenceWriter rows;

    CsvHistory(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
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
        return value instanceof String text ? harmless(text) : value.toString();
    }

    private static String harmless(String text) {
        return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
