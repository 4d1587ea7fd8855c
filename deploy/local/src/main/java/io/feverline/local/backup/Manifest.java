package io.feverline.local.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.Database;
import io.feverline.local.LocalProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What is in a back-up; it stands in the file beside the tables, after them.
 *
 * @param format how the file is laid out
 */
record Manifest(int format, List<Part> databases) {
    static final int FORMAT = 1;

    private static final String ENTRY = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One database as it was at one moment.
     *
     * @param asOf that moment, by the server's clock, RFC 3339
     * @param server PostgreSQL's version
     * @param migrations that made it what it is, in their order
     * @param auditEnd where the audit log ends; null where there is none, or nothing in it
     */
    record Part(
            Database database,
            String asOf,
            String server,
            List<Migration> migrations,
            List<Table> tables,
            List<Sequence> sequences,
            @Nullable AuditEnd auditEnd) {
        long rows() {
            return tables.stream().mapToLong(table -> table.content().rows()).sum();
        }

        long bytes() {
            return tables.stream().mapToLong(table -> table.content().bytes()).sum();
        }

        String schemaVersion() {
            return migrations.get(migrations.size() - 1).version();
        }
    }

    /** A script that Flyway ran, by what it says: how its name is written depends on where it was found. */
    record Migration(String version, int checksum) {}

    record Table(Shape shape, Content content) {}

    /**
     * A table or a partition.
     *
     * @param parent what it is a partition of; null when of none
     * @param bound which rows of its parent it has, in PostgreSQL's words
     * @param columns those that are not computed from others, in their order
     */
    record Shape(
            String name, @Nullable String parent, @Nullable String bound, List<String> columns) {}

    /**
     * A table's rows in COPY's text format.
     *
     * @param sha256 of all bytes, hexadecimal
     */
    record Content(long rows, long bytes, String sha256) {}

    /** Where a sequence stands: at the value that it gave last, or, not called yet, will give first. */
    record Sequence(String name, long lastValue, boolean called) {}

    /** The last row of the audit log and its hash, hexadecimal. */
    record AuditEnd(long seq, String hash) {}

    byte[] json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static ZipEntry entry() {
        return new ZipEntry(ENTRY);
    }

    /** Where a table's rows are in the file. */
    static String entryOf(Database database, Shape table) {
        return database.databaseName() + "/" + table.name();
    }

    /**
     * What is in a file.
     *
     * @throws LocalProblem if it is no back-up, or one of a later layout
     */
    static Manifest of(ZipFile archive) throws IOException {
        ZipEntry entry = archive.getEntry(ENTRY);
        if (entry == null) {
            throw new LocalProblem("%s 不是备份文件。 %s is no back-up.".formatted(archive.getName(), archive.getName()));
        }
        try (InputStream json = archive.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new LocalProblem("备份文件的格式是 %d，这里只认 %d。 The back-up's format is %d; only %d is known here."
                        .formatted(manifest.format(), FORMAT, manifest.format(), FORMAT));
            }
            return manifest;
        }
    }
}
