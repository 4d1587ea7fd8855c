package io.feverline.simulator.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.simulator.ledger.QueuedReading;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One gateway's readings on disk, until each has its outcome.
 *
 * <p>An append-only file of JSON lines: a reading is put, later it is done. Each line is handed to the operating system
 * before the call returns, so a killed process loses nothing; it is not forced to the disk, so a power cut may. A line
 * that a kill cut short is dropped on opening: it had been neither sent nor acknowledged. When nothing is left the file
 * starts anew.
 */
final class Outbox implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long WORTH_EMPTYING = 256 * 1024;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(
            @Nullable QueuedReading put, @Nullable UUID done) {}

    private final FileChannel file;
    private final Map<UUID, QueuedReading> pending;

    private Outbox(FileChannel file, Map<UUID, QueuedReading> pending) {
        this.file = file;
        this.pending = pending;
    }

    /**
     * Opens a queue with what an earlier run left in it.
     *
     * @throws IOException when the file cannot be read or written
     */
    static Outbox open(Path path) throws IOException {
        Map<UUID, QueuedReading> pending = new LinkedHashMap<>();
        byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        int whole = wholeLines(bytes);
        for (String line :
                new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
            replay(line, pending);
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(whole);
        file.position(whole);
        return new Outbox(file, pending);
    }

    private static int wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static void replay(String line, Map<UUID, QueuedReading> pending) throws JsonProcessingException {
        if (line.isEmpty()) {
            return;
        }
        Entry entry = JSON.readValue(line, Entry.class);
        if (entry.put() != null) {
            pending.put(entry.put().id(), entry.put());
        }
        if (entry.done() != null) {
            pending.remove(entry.done());
        }
    }

    /** What has no outcome yet, oldest first. */
    List<QueuedReading> pending() {
        return List.copyOf(pending.values());
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /**
     * Keeps a reading.
     *
     * @throws UncheckedIOException when the disk refuses it
     */
    void put(QueuedReading reading) {
        append(new Entry(reading, null));
        pending.put(reading.id(), reading);
    }

    /**
     * Lets go of a reading that has its outcome.
     *
     * @throws UncheckedIOException when the disk refuses the note
     */
    void done(UUID id) {
        append(new Entry(null, id));
        pending.remove(id);
        emptyWhenWorthwhile();
    }

    private void append(Entry entry) {
        try {
            ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + '\n').getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a gateway's queue cannot be written", e);
        }
    }

    private void emptyWhenWorthwhile() {
        try {
            if (pending.isEmpty() && file.position() > WORTH_EMPTYING) {
                file.truncate(0);
                file.position(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a gateway's queue cannot be emptied", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
