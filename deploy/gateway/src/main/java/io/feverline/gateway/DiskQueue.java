package io.feverline.gateway;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One device's readings on disk, until each has its outcome.
 *
 * <p>An append-only file of {@link Line}s: a reading is put, later it is done. Each line is handed to the operating
 * system before the call returns, so a killed process loses nothing, and to the disk where the queue is to survive a
 * blackout too. A last line that is not whole is dropped on opening: it had been neither sent nor acknowledged. What is
 * done is swept out by writing what is left into a new file, which then takes the old one's place.
 *
 * <p>Streams, not channels: those are closed by an interrupt of whichever thread uses them.
 */
final class DiskQueue implements Closeable {

    /** So much that is done is carried along; and no less than what is not. */
    private static final long WORTH_SWEEPING = 256 * 1024;

    /** A reading and how long its line is. */
    private record Entry(Queued reading, int bytes) {}

    private final Path path;
    private final FileChannel lock;
    private final long mostBytes;
    private final boolean survivesBlackout;
    private final Map<UUID, Entry> pending = new LinkedHashMap<>();
    private @Nullable RandomAccessFile file;
    private long end;
    private long pendingBytes;
    private int damaged;
    private Numbers numbers;

    private DiskQueue(Path path, FileChannel lock, long mostBytes, boolean survivesBlackout, Numbers numbers) {
        this.path = path;
        this.lock = lock;
        this.mostBytes = mostBytes;
        this.survivesBlackout = survivesBlackout;
        this.numbers = numbers;
    }

    /**
     * Opens a queue with what an earlier run left in it.
     *
     * @param mostBytes that unsettled readings may take
     * @param survivesBlackout whether a reading is on the disk itself before {@link #put} returns
     * @param bootId null: goes on counting where the earlier run ended; so does that run's own
     * @throws IOException when the file cannot be read or written, is no queue, or is another process's
     */
    static DiskQueue open(Path path, long mostBytes, boolean survivesBlackout, @Nullable String bootId)
            throws IOException {
        Path absolute = path.toAbsolutePath();
        Files.createDirectories(absolute.resolveSibling(""));
        FileChannel lock = lock(absolute.resolveSibling(absolute.getFileName() + ".lock"));
        Numbers anew = new Numbers(bootId == null ? UUID.randomUUID().toString() : bootId, 0);
        DiskQueue queue = new DiskQueue(absolute, lock, mostBytes, survivesBlackout, anew);
        try {
            if (Files.exists(absolute) && queue.read()) {
                queue.reopen();
                if (bootId != null && !bootId.equals(queue.bootId())) {
                    queue.numbers = anew;
                    queue.append(Line.numbers(anew));
                }
            } else {
                queue.sweep();
            }
            return queue;
        } catch (IOException | RuntimeException e) {
            queue.close();
            throw e;
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // By this process; said below in the same words.
        }
        channel.close();
        throw new IOException("the queue is in use: " + path);
    }

    /** Whether there is anything: a file that was cut off within its first line holds nothing yet. */
    private boolean read() throws IOException {
        try (LineReader lines = new LineReader(path)) {
            byte[] first = lines.next();
            if (first == null) {
                return false;
            }
            if (!Line.isFormat(first)) {
                throw new IOException("no queue of this gateway, move it away: " + path);
            }
            for (byte[] text = lines.next(); text != null; text = lines.next()) {
                replay(text);
            }
            end = lines.wholeBytes();
            return true;
        }
    }

    private void replay(byte[] text) {
        Line line = Line.read(text);
        if (line instanceof Line.Put put) {
            pending.put(put.reading().id(), new Entry(put.reading(), text.length + 1));
            pendingBytes += text.length + 1;
            numbers = numbers.after();
        } else if (line instanceof Line.Done done) {
            forget(done.id());
        } else if (line instanceof Line.Count count) {
            numbers = count.numbers();
        } else {
            damaged++;
        }
    }

    private void reopen() throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(end);
        file.seek(end);
    }

    /** What has no outcome yet, oldest first. */
    List<Queued> pending() {
        return pending.values().stream().map(Entry::reading).toList();
    }

    int size() {
        return pending.size();
    }

    boolean holds(UUID id) {
        return pending.containsKey(id);
    }

    /** Lines that the disk gave back otherwise than they were written; a reading that stood there is lost. */
    int damaged() {
        return damaged;
    }

    String bootId() {
        return numbers.bootId();
    }

    /**
     * Keeps a reading under the next number.
     *
     * @throws QueueFullException when there is no room; the number is not used up
     * @throws IOException when the disk refuses it; the number is not used up
     */
    Queued put(Reading reading, String note) throws IOException {
        Queued queued = new Queued(reading.id(), note, Body.of(reading, numbers));
        byte[] line = Line.put(queued);
        if (pendingBytes + line.length > mostBytes) {
            throw new QueueFullException(mostBytes);
        }
        append(line);
        numbers = numbers.after();
        pending.put(queued.id(), new Entry(queued, line.length));
        pendingBytes += line.length;
        return queued;
    }

    /**
     * Lets go of readings that have their outcome. Not forced to the disk: after a blackout they would be sent once
     * more, under the same ids.
     *
     * @throws IOException when the disk refuses the note
     */
    void done(Collection<UUID> ids) throws IOException {
        write(Line.done(ids));
        ids.forEach(this::forget);
        if (end - pendingBytes > Math.max(WORTH_SWEEPING, pendingBytes)) {
            sweep();
        }
    }

    private void forget(UUID id) {
        Entry entry = pending.remove(id);
        if (entry != null) {
            pendingBytes -= entry.bytes();
        }
    }

    private void append(byte[] line) throws IOException {
        long before = end;
        write(line);
        if (survivesBlackout) {
            try {
                file().getFD().sync();
            } catch (IOException e) {
                cutOff(before);
                throw e;
            }
        }
    }

    private void write(byte[] lines) throws IOException {
        try {
            file().write(lines);
            end += lines.length;
        } catch (IOException e) {
            cutOff(end);
            throw e;
        }
    }

    /** Half a line must not get another one behind it. */
    private void cutOff(long at) throws IOException {
        end = at;
        file().setLength(at);
        file().seek(at);
    }

    private RandomAccessFile file() {
        if (file == null) {
            throw new IllegalStateException("the queue is not open");
        }
        return file;
    }

    /** A kill at any moment leaves the old file or the new one, each of them whole. */
    private void sweep() throws IOException {
        Path swept = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(swept);
        Files.createFile(swept, ownersOnly(swept));
        long written = 0;
        try (FileOutputStream bytes = new FileOutputStream(swept.toFile());
                OutputStream buffered = new BufferedOutputStream(bytes)) {
            written += write(buffered, Line.FORMAT);
            for (Entry entry : pending.values()) {
                written += write(buffered, Line.put(entry.reading()));
            }
            written += write(buffered, Line.numbers(numbers));
            buffered.flush();
            if (survivesBlackout) {
                bytes.getFD().sync();
            }
        }
        if (file != null) {
            file.close();
        }
        Files.move(swept, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (survivesBlackout) {
            syncFolder();
        }
        end = written;
        reopen();
    }

    private static int write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        return line.length;
    }

    private static FileAttribute<?>[] ownersOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The new name has to be on the disk too; Windows, which does not open folders, sees to that itself. */
    private void syncFolder() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(path.resolveSibling(""), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            lock.close();
        }
    }
}
