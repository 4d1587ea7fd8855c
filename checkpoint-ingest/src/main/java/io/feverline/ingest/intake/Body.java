package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What a request carries: unpacked while it is read, and never further than its bound. Reads as its source does,
 * blocking where that blocks. Whatever is wrong with it is {@link Rejected}; {@link IOException} is the line's fault.
 */
public final class Body implements AutoCloseable {
    private static final int BUFFER = 4096;
    private static final int MIN_BUFFER = 256;

    private final InputStream source;
    private final long most;
    private long read;

    private Body(InputStream source, long most) {
        this.source = source;
        this.most = most;
    }

    /**
     * Opens a body.
     *
     * @param encoding HTTP's Content-Encoding: none, identity or gzip
     * @param most bytes after unpacking
     */
    public static Body open(InputStream sent, @Nullable String encoding, long most) throws Rejected, IOException {
        return switch (encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT)) {
            case "identity" -> new Body(sent, most);
            case "gzip", "x-gzip" -> new Body(unpacked(sent), most);
            default ->
                throw new Rejected(Reason.CONTENT_ENCODING, "只支持 gzip，且只压缩一次 / gzip is the only one, and only once");
        };
    }

    private static InputStream unpacked(InputStream sent) throws Rejected, IOException {
        try {
            return new GZIPInputStream(sent, BUFFER);
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
    }

    /** The next bytes, as {@link InputStream#read(byte[], int, int)} has them. */
    int read(byte[] into, int offset, int length) throws Rejected, IOException {
        int count = readUnbounded(into, offset, length);
        read += Math.max(count, 0);
        if (read > most) {
            throw new Rejected(Reason.TOO_LARGE, "解压后最多 " + most + " 字节 / at most " + most + " bytes after unpacking");
        }
        return count;
    }

    private int readUnbounded(byte[] into, int offset, int length) throws Rejected, IOException {
        try {
            return source.read(into, offset, length);
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
    }

    /** All of it. */
    public byte[] whole() throws Rejected, IOException {
        return whole(uncounted -> {});
    }

    /**
     * All of it.
     *
     * @param memory is told of each further byte before it is held, and may refuse
     */
    public byte[] whole(IntConsumer memory) throws Rejected, IOException {
        int ahead = Math.max(MIN_BUFFER, Math.min(BUFFER, source.available() + 1));
        int size = (int) Math.min(most + 1, ahead);
        memory.accept(size);
        var bytes = new byte[size];
        int length = 0;
        for (int count = 0; count >= 0; count = read(bytes, length, bytes.length - length)) {
            length += count;
            if (length == bytes.length) {
                size = (int) Math.min(most + 1, 2L * length);
                memory.accept(size - length);
                bytes = Arrays.copyOf(bytes, size);
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** Reads all of it into a digest, and holds a buffer of it at a time. */
    public void readInto(MessageDigest digest) throws Rejected, IOException {
        var buffer = new byte[BUFFER];
        for (int count = 0; count >= 0; count = read(buffer, 0, buffer.length)) {
            digest.update(buffer, 0, count);
        }
    }

    /** Lets go of the unpacker and of what is still to come. */
    @Override
    public void close() throws IOException {
        source.close();
    }

    private static Rejected malformed() {
        return new Rejected(Reason.MALFORMED_GZIP, "gzip 数据不完整或已损坏 / the gzip data is truncated or corrupt");
    }
}
