package io.feverline.local.backup;

import io.feverline.local.Database;
import io.feverline.local.Home;
import io.feverline.local.LocalProblem;
import io.feverline.local.audit.AuditRows;
import io.feverline.local.backup.Manifest.AuditEnd;
import io.feverline.local.backup.Manifest.Content;
import io.feverline.local.backup.Manifest.Migration;
import io.feverline.local.backup.Manifest.Part;
import io.feverline.local.backup.Manifest.Sequence;
import io.feverline.local.backup.Manifest.Shape;
import io.feverline.local.backup.Manifest.Table;
import io.feverline.registry.events.audit.AuditCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * Puts a back-up's databases into empty ones: their tables by the services' migrations up to the back-up's, their rows
 * in one transaction, which ends only once all of it was read again and is what the manifest says.
 *
 * @param serviceRole as whom registry-service works; it exists
 */
record Restore(Home home, ZipFile archive, String serviceRole) {
    /** The only bounds that there are; whatever else a file says is not made a statement of. */
    private static final Pattern BOUND = Pattern.compile("FOR VALUES FROM \\('[-0-9:+. ]+'\\) TO \\('[-0-9:+. ]+'\\)");

    private static final String FOREIGN_KEYS = """
            FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
            """;
    private static final String DROP_FOREIGN_KEYS =
            "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) " + FOREIGN_KEYS;
    private static final String ADD_FOREIGN_KEYS =
            "SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,"
                    + " pg_get_constraintdef(oid)) " + FOREIGN_KEYS;
    private static final String TRIGGERS = """
            SELECT DISTINCT format('ALTER TABLE %%s %s TRIGGER USER', tgrelid::regclass)
            FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
            WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace
            """;
    private static final String SET_SEQUENCE = "SELECT setval(quote_ident(?)::regclass, ?, ?)";

    /**
     * What was restored.
     *
     * @param auditFrom the row from which on the audit log cannot be trusted, as it could not when it was backed up;
     *     null when all of it can
     */
    record Outcome(@Nullable Long auditFrom) {}

    /**
     * Makes sure, before anything is changed, that a part can be restored there.
     *
     * @throws LocalProblem if the database is not empty, or this checkout's migrations are not the back-up's
     */
    void requireFit(Endpoint to, Part part) throws SQLException {
        try (Connection connection = to.connect()) {
            long relations = new Catalogue(connection).relations();
            if (relations > 0) {
                throw new LocalProblem(("数据库 %s 不是空的（有 %d 个表、视图或序列），不会恢复到其中；请新建一个。"
                                + " Database %s is not empty (%d tables, views or sequences), and nothing is restored"
                                + " into it: create a new one.")
                        .formatted(name(part), relations, name(part), relations));
            }
        }
        List<Migration> here = Arrays.stream(flyway(to, part).info().all())
                .filter(migration -> migration.getState() != MigrationState.ABOVE_TARGET)
                .map(Restore::migration)
                .toList();
        if (!here.equals(part.migrations())) {
            String other = part.migrations().stream()
                    .filter(migration -> !here.contains(migration))
                    .map(Migration::version)
                    .collect(Collectors.joining(", "));
            throw new LocalProblem(("此处 %s 的迁移脚本与备份时的不同（%s）；请用做备份的那个版本来恢复，再升级。"
                            + " The migrations of %s are not those of the back-up (%s): restore with the release"
                            + " that made it, then upgrade.")
                    .formatted(name(part), other, name(part), other));
        }
    }

    /** Restores a part that fits; when it fails there are tables, and nothing in them. */
    Outcome into(Endpoint to, Part part) throws SQLException, IOException {
        flyway(to, part).migrate();
        try (Connection connection = to.connect()) {
            connection.setAutoCommit(false);
            Catalogue catalogue = new Catalogue(connection);
            List<String> foreignKeys = catalogue.texts(ADD_FOREIGN_KEYS);
            run(connection, catalogue.texts(DROP_FOREIGN_KEYS));
            run(connection, catalogue.texts(TRIGGERS.formatted("DISABLE")));
            makePartitions(connection, part);
            // What migrations put in is in the back-up, as it was then.
            run(connection, List.of("TRUNCATE " + names(catalogue.tables())));
            for (Table table : part.tables()) {
                fill(connection, part.database(), table.shape());
            }
            setSequences(connection, part.sequences());
            run(connection, foreignKeys);
            run(connection, catalogue.texts(TRIGGERS.formatted("ENABLE")));
            requireSame(connection, part);
            Outcome outcome = new Outcome(part.auditEnd() == null ? null : firstFault(connection, part.auditEnd()));
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, List.of("ANALYZE"));
            return outcome;
        }
    }

    private Flyway flyway(Endpoint to, Part part) {
        return Flyway.configure()
                .dataSource(to.jdbcUrl(), to.user(), to.password())
                .locations("filesystem:" + home.migrations(part.database()))
                .placeholders(Map.of("service-role", serviceRole))
                .target(part.schemaVersion())
                .load();
    }

    private static Migration migration(MigrationInfo info) {
        Integer checksum = info.getChecksum();
        return new Migration(info.getVersion().getVersion(), checksum == null ? 0 : checksum);
    }

    private static void makePartitions(Connection connection, Part part) throws SQLException {
        Catalogue catalogue = new Catalogue(connection);
        Set<Shape> there = new HashSet<>(catalogue.tables());
        for (Table table : part.tables()) {
            Shape shape = table.shape();
            if (shape.bound() != null && !there.contains(shape)) {
                run(connection, List.of(partition(shape, shape.bound())));
            }
        }
        Set<Shape> wanted = part.tables().stream().map(Table::shape).collect(Collectors.toSet());
        if (!new HashSet<>(catalogue.tables()).equals(wanted)) {
            throw new LocalProblem(
                    "%s 的表与备份中的不同。 The tables of %s are not those of the back-up.".formatted(name(part), name(part)));
        }
    }

    private static String partition(Shape shape, String bound) {
        if (!BOUND.matcher(bound).matches()) {
            throw new LocalProblem("分区 %s 的范围无法识别。 The bound of partition %s is not understood: %s"
                    .formatted(shape.name(), shape.name(), bound));
        }
        return "CREATE TABLE %s PARTITION OF %s %s"
                .formatted(
                        Catalogue.quoted(shape.name()),
                        Catalogue.quoted(Objects.requireNonNull(shape.parent())),
                        bound);
    }

    private void fill(Connection connection, Database database, Shape table) throws SQLException, IOException {
        String name = Manifest.entryOf(database, table);
        ZipEntry entry = archive.getEntry(name);
        if (entry == null) {
            throw new LocalProblem("备份文件里缺少 %s。 The back-up has no %s.".formatted(name, name));
        }
        try (InputStream rows = archive.getInputStream(entry)) {
            TableCopy.in(connection, table, rows);
        }
    }

    private static void setSequences(Connection connection, List<Sequence> sequences) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement(SET_SEQUENCE)) {
            for (Sequence sequence : sequences) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.lastValue());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    /** Reads all of it again, out of the database. */
    private static void requireSame(Connection connection, Part part) throws SQLException, IOException {
        for (Table table : part.tables()) {
            Content found = TableCopy.out(connection, table.shape(), OutputStream.nullOutputStream());
            if (!found.equals(table.content())) {
                String name = Manifest.entryOf(part.database(), table.shape());
                throw new LocalProblem(("%s 恢复后与备份清单不符，已撤销。"
                                + " What was restored of %s is not what the manifest says; it was undone: %s, not %s")
                        .formatted(name, name, found, table.content()));
            }
        }
    }

    private static @Nullable Long firstFault(Connection connection, AuditEnd end) throws SQLException {
        AuditCheck check = new AuditCheck(List.of(), head -> false);
        AuditRows.forEach(connection, check::accept);
        AuditCheck.Outcome outcome = check.outcome();
        boolean endsThere = outcome.rows() == end.seq() && outcome.hash().equals(end.hash());
        return outcome.isIntact() && endsThere ? null : Long.valueOf(outcome.rows() + 1);
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String names(List<Shape> tables) {
        return tables.stream().map(Shape::name).map(Catalogue::quoted).collect(Collectors.joining(", "));
    }

    private static String name(Part part) {
        return part.database().databaseName();
    }
}
