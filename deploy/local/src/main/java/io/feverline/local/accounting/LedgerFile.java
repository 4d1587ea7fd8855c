package io.feverline.local.accounting;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The simulator's ledger. Per reading the last line counts. */
final class LedgerFile {
    private LedgerFile() {}

    /** All readings by id; none if there is no file. */
    static Map<UUID, LedgerLine> read(Path file) {
        Map<UUID, LedgerLine> lines = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            rows.forEachRemaining(row -> {
                LedgerLine line = LedgerLine.of(row);
                lines.put(line.id(), line);
            });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be read: " + file, e);
        }
    }
}
