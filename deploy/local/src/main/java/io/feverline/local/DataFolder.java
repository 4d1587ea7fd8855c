package io.feverline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where one system keeps everything it writes; used by one system at a time. */
public final class DataFolder implements AutoCloseable {
    private static final long NEEDED_BYTES = 1L << 30;

    private final Path path;
    private final boolean temporary;
    private final FileChannel lock;
    private volatile boolean keepsLogs;

    private DataFolder(Path path, boolean temporary, FileChannel lock) {
        this.path = path;
        this.temporary = temporary;
        this.lock = lock;
    }

    /**
     * Opens a folder and makes it if need be.
     *
     * @param given null for a temporary one
     * @throws LocalProblem if it cannot be written, is in use, or its disk has less than 1 GB left
     */
    public static DataFolder open(@Nullable Path given) {
        try {
            Path path = given == null
                    ? Files.createTempDirectory("feverline-")
                    : Files.createDirectories(given.toAbsolutePath().normalize());
            requireSpace(path);
            Files.createDirectories(path.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LocalProblem(
                        "%s 正被另一个 Feverline 使用：请先停止它，或换一个 --data 目录。 %s is in use by another Feverline: stop that one, or choose another --data folder."
                                .formatted(path, path));
            }
            return new DataFolder(path, given == null, channel);
        } catch (IOException e) {
            throw new LocalProblem(
                    "无法写入数据目录：请检查权限或换一个 --data 目录。 The data folder cannot be written: check its permissions or choose another with --data (%s)."
                            .formatted(e),
                    e);
        }
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new LocalProblem(
                    "磁盘空间不足：%s 只剩 %d MB，至少需要 1 GB，请清理或用 --data 换一块磁盘。 The disk of %s has %d MB left: free at least 1 GB, or choose another disk with --data."
                            .formatted(path, free >> 20, path, free >> 20));
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** Where the logs are. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Whether it goes when the system stops. */
    public boolean temporary() {
        return temporary;
    }

    /** The logs stay, also of a temporary folder: something went wrong, and they say what. */
    public void keepLogs() {
        keepsLogs = true;
    }

    /** Whether the folder was temporary and its logs stay all the same. */
    public boolean keptLogs() {
        return temporary && keepsLogs;
    }

    @Override
    public void close() {
        try {
            lock.close();
            if (temporary) {
                try (Stream<Path> all = Files.walk(path)) {
                    all.sorted(Comparator.reverseOrder())
                            .filter(file -> !keepsLogs || !file.startsWith(logs()))
                            .forEach(file -> file.toFile().delete());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
