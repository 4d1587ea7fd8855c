package io.feverline.ingest.intake;

import java.io.IOException;
import java.io.InputStream;

/** What is read of a client that has gone. */
final class BrokenLine extends InputStream {
    @Override
    public int read() throws IOException {
        throw new IOException("the line broke");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        throw new IOException("the line broke");
    }
}
