package io.feverline.local.backup;

import io.feverline.local.backup.Manifest.AuditEnd;
import io.feverline.local.backup.Manifest.Migration;
import io.feverline.local.backup.Manifest.Sequence;
import io.feverline.local.backup.Manifest.Shape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a database is made of, as PostgreSQL itself lists it: a table that is added tomorrow is in it. */
record Catalogue(Connection connection) {
    private static final String RELATIONS = """
            SELECT count(*) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            """;

    private static final String TABLES = """
            SELECT c.relname, p.relname AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound, ARRAY(
                SELECT attname::text FROM pg_attribute
                WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum) AS columns
            FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = i.inhparent
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relname
            """;

    private static final String MIGRATIONS = """
            SELECT version, checksum FROM flyway_schema_history
            WHERE success AND version IS NOT NULL ORDER BY installed_rank
            """;

    private static final String SEQUENCES = """
            SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname
            """;

    private static final String AUDIT_END = "SELECT seq, hash FROM audit_row ORDER BY seq DESC LIMIT 1";

    /** As many tables, views and sequences as there are. */
    long relations() throws SQLException {
        return one(RELATIONS, row -> row.getLong(1));
    }

    List<Shape> tables() throws SQLException {
        return all(
                TABLES,
                row -> new Shape(
                        row.getString("relname"), row.getString("parent"), row.getString("bound"), List.of((String[])
                                row.getArray("columns").getArray())));
    }

    List<Migration> migrations() throws SQLException {
        return all(MIGRATIONS, row -> new Migration(row.getString(1), row.getInt(2)));
    }

    /** A sequence is no part of a snapshot: whoever asks after the tables gets no number that a row has already. */
    List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (String name : all(SEQUENCES, row -> row.getString(1))) {
            sequences.add(one(
                    "SELECT last_value, is_called FROM " + quoted(name),
                    row -> new Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /** Where the audit log ends; null when nothing is in it. */
    @Nullable
    AuditEnd auditEnd() throws SQLException {
        List<AuditEnd> last = all(
                AUDIT_END, row -> new AuditEnd(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))));
        return last.isEmpty() ? null : last.get(0);
    }

    /** The first column of all rows. */
    List<String> texts(String query) throws SQLException {
        return all(query, row -> row.getString(1));
    }

    String text(String query) throws SQLException {
        return one(query, row -> row.getString(1));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> T one(String query, Reader<T> reader) throws SQLException {
        return all(query, reader).get(0);
    }

    private <T> List<T> all(String query, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }
}
