package io.feverline.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * One CSV line per outcome, appended and flushed at once, so that a killed run leaves a true file.
 *
 * <p>A reading has more than one line when a run ended before it was answered ({@code unknown}) and a later run with
 * the same queue settled it, or when a run was killed between this line and its queue's: per id, the last line counts.
 */
public final class Ledger implements Closeable {

    /** The columns, in this order; {@code judged} is in m°C, {@code detail} the problem's slug of a rejected one. */
    @JsonPropertyOrder({
        "id",
        "sentAt",
        "outcome",
        "deviceId",
        "judged",
        "mode",
        "site",
        "person",
        "identified",
        "recheck",
        "detail"
    })
    record Line(
            String id,
            String sentAt,
            String outcome,
            String deviceId,
            int judged,
            String mode,
            String site,
            String person,
            String identified,
            boolean recheck,
            String detail) {}

    private final SequenceWriter lines;

    private Ledger(SequenceWriter lines) {
        this.lines = lines;
    }

    /**
     * Opens a ledger, new or to be continued.
     *
     * @throws IOException when the file cannot be written
     */
    public static Ledger open(Path file) throws IOException {
        dropHalfALine(file);
        boolean fresh = !Files.exists(file) || Files.size(file) == 0;
        // Quotes only where a cell needs them: the file is read with cut and grep as often as with a CSV reader.
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .build();
        CsvSchema schema = mapper.schemaFor(Line.class).withUseHeader(fresh);
        Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Ledger(mapper.writer(schema).writeValues(writer));
    }

    /** What a kill cut short; its reading is in the queue still, for the ledger is written first. */
    private static void dropHalfALine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = bytes.length();
            while (end > 0 && !endsLine(bytes, end)) {
                end--;
            }
            bytes.setLength(end);
        }
    }

    private static boolean endsLine(RandomAccessFile bytes, long end) throws IOException {
        bytes.seek(end - 1);
        return bytes.read() == '\n';
    }

    /**
     * Notes an outcome.
     *
     * @throws UncheckedIOException when the disk refuses it
     */
    public void note(QueuedReading reading, String deviceId, Outcome outcome, String detail) {
        try {
            lines.write(new Line(
                    reading.id().toString(),
                    Instant.ofEpochMilli(reading.sentAt()).toString(),
                    outcome.word(),
                    deviceId,
                    reading.judged(),
                    reading.mode(),
                    reading.site(),
                    reading.person(),
                    reading.identified(),
                    reading.recheck(),
                    detail));
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
