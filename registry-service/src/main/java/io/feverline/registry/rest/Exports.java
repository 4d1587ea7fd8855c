package io.feverline.registry.rest;

import io.feverline.registry.events.csv.CsvWriter;
import io.feverline.registry.events.csv.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reference data as documents of CSV that an import takes back: formula-safe, with a column that counts versions. Read
 * a page at a time, so that neither memory nor a connection is held for as long as a download.
 */
final class Exports {
    private static final int PAGE = 1_000;

    /** Longer than any page takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Exports() {}

    /** What comes next of a kind, in order of id. */
    @FunctionalInterface
    interface Pages<R> {
        Uni<List<R>> after(String id, int limit);
    }

    /**
     * A document.
     *
     * @param cells of a row in the order of the columns, without the version
     */
    static <R extends Versioned<R>> StreamingOutput of(
            List<String> columns, Pages<R> pages, Function<R, List<? extends @Nullable Object>> cells) {
        return out -> {
            var document = new CsvWriter(out, columns);
            List<R> page = pages.after("", PAGE).await().atMost(PATIENCE);
            while (!page.isEmpty()) {
                for (R row : page) {
                    document.add(cells.apply(row), row.version());
                }
                String last = page.get(page.size() - 1).id();
                page = page.size() < PAGE
                        ? List.of()
                        : pages.after(last, PAGE).await().atMost(PATIENCE);
            }
            document.end();
        };
    }
}
