package io.feverline.registry.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import io.feverline.registry.bulk.Cells;
import io.feverline.registry.bulk.Versioned;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.export.SpreadsheetCsv;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reference data as documents of CSV that an import takes back: formula-safe, with a column that counts versions. Read
 * a page at a time, so that neither memory nor a connection is held for as long as a download.
 */
final class Exports {
    private static final int PAGE = 1_000;

    /** Longer than any page takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Texts are quoted all: else spaces at their ends would not come back. */
    private static final ObjectWriter ROWS = SpreadsheetCsv.rows()
            .forType(Object[].class)
            .with(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private Exports() {}

    /** What comes next of a kind, in order of id. */
    @FunctionalInterface
    interface Pages<R> {
        Uni<List<R>> after(String id, int limit);
    }

    /**
     * Answers with a document. The answer is streamed afterwards: when that fails, the connection ends before the
     * document does.
     *
     * @param file its name, without what it ends with
     * @param cells of a row in the order of the columns, without the version
     */
    static <R extends Versioned<R>> Response of(
            String file, List<String> columns, Pages<R> pages, Function<R, List<? extends @Nullable Object>> cells) {
        StreamingOutput content = out -> {
            out.write(SpreadsheetCsv.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
            var rows = ROWS.writeValues(out);
            rows.write(Stream.concat(columns.stream(), Stream.of(Cells.VERSION)).toArray());
            List<R> page = pages.after("", PAGE).await().atMost(PATIENCE);
            while (!page.isEmpty()) {
                for (R row : page) {
                    rows.write(row(cells.apply(row), row.version()));
                }
                String last = page.get(page.size() - 1).id();
                page = page.size() < PAGE
                        ? List.of()
                        : pages.after(last, PAGE).await().atMost(PATIENCE);
            }
            rows.flush();
            out.close(); // not when it fails: closed, it would look whole
        };
        return Response.ok(content)
                .type(MediaType.valueOf(ExportFormat.CSV_TYPE).withCharset(StandardCharsets.UTF_8.name()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Object[] row(List<? extends @Nullable Object> cells, long version) {
        List<Object> row = new ArrayList<>(cells.size() + 1);
        for (Object cell : cells) {
            row.add(cell instanceof Number ? cell : SpreadsheetCsv.harmless(cell == null ? "" : cell.toString()));
        }
        row.add(version);
        return row.toArray();
    }
}
