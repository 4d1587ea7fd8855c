package io.feverline.local.backup;

import io.feverline.local.Database;
import io.feverline.local.LocalProblem;
import io.feverline.local.backup.Manifest.Part;
import io.feverline.local.backup.Manifest.Shape;
import io.feverline.local.backup.Manifest.Table;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A back-up while it is made: a zip file that nobody but its owner can read, and that has its name only once it is
 * whole and on the disk. Memory is the same for any size.
 */
final class Backup implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();

    /**
     * Begins one.
     *
     * @throws LocalProblem if there is such a file already
     */
    Backup(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new LocalProblem("%s 已存在，不会覆盖。 %s is there already and is not overwritten.".formatted(file, file));
        }
        this.file = file;
        draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Adds a database as it is now; what others write meanwhile is not in it, and nobody waits for it but who drops a
     * table while that very table is copied: one transaction holds the snapshot, others use it, a table each.
     */
    Part add(Endpoint from) throws SQLException, IOException {
        try (Connection holder = reading(from);
                Connection copying = reading(from)) {
            Catalogue catalogue = new Catalogue(holder);
            String snapshot = catalogue.text("SELECT pg_export_snapshot()");
            String asOf =
                    catalogue.text("SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
            List<Table> tables = new ArrayList<>();
            for (Shape table : catalogue.tables()) {
                use(copying, snapshot);
                zip.putNextEntry(new ZipEntry(Manifest.entryOf(from.database(), table)));
                tables.add(new Table(table, TableCopy.out(copying, table, zip)));
                zip.closeEntry();
                copying.commit();
            }
            Part part = new Part(
                    from.database(),
                    asOf,
                    catalogue.text("SHOW server_version"),
                    catalogue.migrations(),
                    tables,
                    catalogue.sequences(),
                    from.database() == Database.REGISTRY ? catalogue.auditEnd() : null);
            parts.add(part);
            return part;
        }
    }

    private static Connection reading(Endpoint from) throws SQLException {
        Connection connection = from.connect();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void use(Connection connection, String snapshot) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
        }
    }

    /** Says what is in it and gives it its name. */
    void finish() throws IOException {
        zip.putNextEntry(Manifest.entry());
        zip.write(new Manifest(Manifest.FORMAT, parts).json());
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves nothing behind of one that was not finished. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }
}
