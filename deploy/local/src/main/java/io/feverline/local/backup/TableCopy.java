package io.feverline.local.backup;

import io.feverline.local.backup.Manifest.Content;
import io.feverline.local.backup.Manifest.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Tables as streams, in COPY's text format, which is the same for all versions of PostgreSQL. */
final class TableCopy {
    private static final int BUFFER = 1 << 16;

    private TableCopy() {}

    /** Writes a table's rows, in the order in which they lie, and tells what they came to. */
    static Content out(Connection from, Shape table, OutputStream to) throws SQLException, IOException {
        Measured measured = new Measured(to);
        long rows = from.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY %s TO STDOUT".formatted(named(table)), measured);
        return new Content(rows, measured.bytes, HexFormat.of().formatHex(measured.digest.digest()));
    }

    /** Adds rows to a table. */
    static void in(Connection to, Shape table, InputStream from) throws SQLException, IOException {
        to.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY %s FROM STDIN".formatted(named(table)), from, BUFFER);
    }

    private static String named(Shape table) {
        return Catalogue.quoted(table.name())
                + table.columns().stream().map(Catalogue::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    /** Hands on what it is given, counted and digested. */
    private static final class Measured extends OutputStream {
        private final OutputStream to;
        private final MessageDigest digest;
        private long bytes;

        Measured(OutputStream to) {
            this.to = to;
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JVM has SHA-256", e);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int count) throws IOException {
            to.write(some, from, count);
            digest.update(some, from, count);
            bytes += count;
        }
    }
}
