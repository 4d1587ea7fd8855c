package io.feverline.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whole lines of a file, one by one. */
final class LineReader implements Closeable {

    private final InputStream bytes;
    private long whole;

    LineReader(Path path) throws IOException {
        bytes = new BufferedInputStream(Files.newInputStream(path));
    }

    /** The next line without its end; null when there is none, or only the beginning of one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
            if (b == '\n') {
                whole += line.size() + 1;
                return line.toByteArray();
            }
            line.write(b);
        }
        return null;
    }

    /** How far the whole lines reach that have been read. */
    long wholeBytes() {
        return whole;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
