package io.feverline.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feverline.local.DataFolder;
import io.feverline.local.Database;
import io.feverline.local.Home;
import io.feverline.local.LocalProblem;
import io.feverline.local.backup.Manifest.Part;
import io.feverline.local.infra.OwnServers;
import io.feverline.local.infra.Postgres;
import io.feverline.local.process.Children;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a real PostgreSQL, with the services' own migrations and the kinds of values that they store. */
class BackupTest {
    private static final String REGISTRY_ROWS = """
            INSERT INTO area (code, level, name, parent) VALUES
                ('360322101', 'TOWN', E'上栗\\t镇\\n"\\\\N', '360322'), ('360322', 'COUNTY', '上栗县', NULL);
            INSERT INTO checkpoint (id, name, kind, area_code) VALUES
                ('exit-north', '北出口', 'HIGHWAY_EXIT', '360322101');
            INSERT INTO device (id, checkpoint_id, site, mode, offset_mc) VALUES
                ('d', 'exit-north', 'WRIST', 'BODY', -200);
            INSERT INTO device_key (device_id, hash, drawn_at) VALUES ('d', '\\x00ff0a0d5c09', 'infinity');
            SELECT ensure_passage_partition('2020-01-26'), ensure_passage_partition('2020-01-27');
            INSERT INTO passage (reading_id, measured_at, received_at, device_id, checkpoint_id, area_code, lane,
                clock_ahead, temperature, mode, site, device_offset, trip)
                SELECT gen_random_uuid(), t, t, 'd', 'exit-north', '360322101', 'LIVE',
                    false, 36600, 'BODY', 'WRIST', 0, ''
                FROM generate_series('2020-01-25 09:00+08'::timestamptz, '2020-01-27 09:00+08', '7 minutes') AS t;
            INSERT INTO device_sequence VALUES ('d', 'b', '{[1,4),[7,9)}', 0, 1, 2, now(), now(), true);
            INSERT INTO outbox (topic, record_key, payload, event_id, event_type, occurred_at)
                VALUES ('devices', 'd', '\\x01', gen_random_uuid(), 'x', now());
            SELECT audit_append('li', '360322', 'traveller.search', NULL, '排查 / tracing', NULL)
                FROM generate_series(1, 300)
            """;
    private static final String ALERT_ROWS = """
            INSERT INTO unit (id, name, level, area_code) VALUES (gen_random_uuid(), '县疾控', 'county', '360300');
            INSERT INTO alert_cluster (id, kind, place, area_code, first_at, last_at) VALUES
                ('00000000-0000-0000-0000-000000000001', 'checkpoint', 'exit-north', '360322101', now(), now());
            INSERT INTO screening_policy
                (effective_from, recheck_window, moderate_above, high_from, rules, reason, adopted_by)
                VALUES (now(), '30 minutes', 38000, 39000, '{"forehead": [37300, "发热"]}', 'r', 'wang')
            """;

    @TempDir
    static Path folder;

    private static final Children CHILDREN = new Children();
    private static final Home HOME = Home.find();
    private static DataFolder data;
    private static int port;
    private static Postgres postgres;
    private static int made;
    private static final Map<Database, Endpoint> RESTORED = new EnumMap<>(Database.class);

    @TempDir
    Path files;

    @BeforeAll
    static void fillBothDatabases() throws Exception {
        data = DataFolder.open(folder);
        port = freePort();
        postgres = new Postgres(new OwnServers(CHILDREN, HOME, data, port), folder, port);
        postgres.start();
        for (Database database : Database.values()) {
            migrate(source(database));
        }
        run(source(Database.REGISTRY), REGISTRY_ROWS);
        run(source(Database.ALERT), ALERT_ROWS);
    }

    @AfterAll
    static void stop() {
        CHILDREN.close();
        data.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_restored_is_backed_up_again_to_the_byte(Database database) throws Exception {
        Part before = backUp(files.resolve("1"), source(database)).databases().get(0);

        Part after = backUp(files.resolve("2"), restored(database)).databases().get(0);

        assertThat(before.rows()).isPositive();
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("asOf")
                .ignoringCollectionOrderInFields("tables", "sequences")
                .isEqualTo(before);
    }

    @Test
    void days_come_back_as_partitions() throws Exception {
        Endpoint restored = restored(Database.REGISTRY);

        assertThat(text(restored, "SELECT count(*) FROM ONLY passage_20200126")).isEqualTo("206");
        assertThat(text(
                        restored,
                        "SELECT string_agg(inhrelid::regclass::text, ' ' ORDER BY inhrelid::regclass::text)"
                                + " FROM pg_inherits WHERE inhparent = 'passage'::regclass"))
                .isEqualTo("passage_20200126 passage_20200127 passage_undated");
    }

    @Test
    void foreign_keys_hold_again() throws Exception {
        Endpoint restored = restored(Database.REGISTRY);

        assertThatThrownBy(() -> run(restored, "DELETE FROM checkpoint"))
                .hasMessageContaining("device_checkpoint_id_fkey");
    }

    @Test
    void numbers_go_on_where_they_were() throws Exception {
        Endpoint restored = restored(Database.ALERT);

        assertThat(text(restored, "SELECT last_value || ' ' || is_called FROM screening_policy_number_seq"))
                .isEqualTo("1 true");
    }

    @Test
    void the_service_can_still_only_add_to_the_audit_log() throws Exception {
        Endpoint restored = restored(Database.REGISTRY);

        assertThat(text(
                        restored,
                        "SELECT has_table_privilege('registry_service', 'audit_row', 'INSERT, UPDATE, DELETE')"
                                + " || ' ' || has_table_privilege('registry_service', 'passage_20200126', 'INSERT')"))
                .isEqualTo("false true");
    }

    @Test
    void a_log_that_was_not_intact_is_restored_and_said_to_be_so() throws Exception {
        Endpoint changed = empty(Database.REGISTRY);
        Endpoint empty = empty(Database.REGISTRY);
        migrate(changed);
        run(changed, REGISTRY_ROWS);
        run(changed, "UPDATE audit_row SET actor = 'wang' WHERE seq = 17");
        backUp(files.resolve("b"), changed);

        assertThat(restore(files.resolve("b"), empty).auditFrom()).isEqualTo(17);
    }

    @Test
    void nothing_is_restored_into_a_database_that_has_anything_in_it() throws Exception {
        Endpoint used = empty(Database.ALERT);
        run(used, "CREATE TABLE notes (text text)");
        backUp(files.resolve("b"), source(Database.ALERT));

        assertThatThrownBy(() -> restore(files.resolve("b"), used))
                .isInstanceOf(LocalProblem.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void a_back_up_of_other_migrations_is_refused_before_anything_is_made() throws Exception {
        Endpoint other = empty(Database.ALERT);
        Endpoint empty = empty(Database.ALERT);
        migrate(other);
        run(other, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '3'");
        backUp(files.resolve("b"), other);

        assertThatThrownBy(() -> restore(files.resolve("b"), empty))
                .isInstanceOf(LocalProblem.class)
                .hasMessageContaining("the release that made it");
        assertThat(text(empty, "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    @Test
    void a_file_that_was_changed_leaves_no_row_behind() throws Exception {
        Endpoint empty = empty(Database.REGISTRY);
        backUp(files.resolve("b"), source(Database.REGISTRY));
        replace(files.resolve("b"), files.resolve("changed"), "registry/checkpoint", "北出口", "南出口");

        assertThatThrownBy(() -> restore(files.resolve("changed"), empty))
                .isInstanceOf(LocalProblem.class)
                .hasMessageContaining("registry/checkpoint");
        assertThat(text(empty, "SELECT count(*) FROM checkpoint")).isEqualTo("0");
    }

    @Test
    void what_is_no_back_up_is_called_so() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(files.resolve("other")))) {
            zip.putNextEntry(new ZipEntry("readme"));
        }

        assertThatThrownBy(() -> restore(files.resolve("other"), empty(Database.ALERT)))
                .isInstanceOf(LocalProblem.class)
                .hasMessageContaining("is no back-up");
    }

    @Test
    void only_its_owner_can_read_it() throws Exception {
        backUp(files.resolve("b"), source(Database.ALERT));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.resolve("b"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_is_there_is_kept() throws Exception {
        Path there = Files.writeString(files.resolve("b"), "yesterday's");

        assertThatThrownBy(() -> backUp(there, source(Database.ALERT))).isInstanceOf(LocalProblem.class);
        assertThat(there).hasContent("yesterday's");
    }

    @Test
    void one_that_fails_leaves_nothing_behind() {
        Endpoint nowhere = new Endpoint(Database.ALERT, Postgres.jdbcUrl(port, Database.ALERT) + "_none", "x", "x");

        assertThatThrownBy(() -> backUp(files.resolve("b"), nowhere)).isInstanceOf(SQLException.class);
        assertThat(files).isEmptyDirectory();
    }

    private static Manifest backUp(Path file, Endpoint from) throws IOException, SQLException {
        try (Backup backup = new Backup(file)) {
            backup.add(from);
            backup.finish();
        }
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return Manifest.of(archive);
        }
    }

    private static Restore.Outcome restore(Path file, Endpoint to) throws IOException, SQLException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            Part part = Manifest.of(archive).databases().get(0);
            Restore restore = new Restore(HOME, archive, Postgres.REGISTRY_ROLE);
            restore.requireFit(to, part);
            return restore.into(to, part);
        }
    }

    private static void replace(Path from, Path to, String name, String text, String by) throws IOException {
        try (ZipFile archive = new ZipFile(from.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : archive.stream().toList()) {
                byte[] content = archive.getInputStream(entry).readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().equals(name)
                                ? new String(content, UTF_8).replace(text, by).getBytes(UTF_8)
                                : content);
            }
        }
    }

    private static Endpoint source(Database database) {
        return endpoint(database, database.databaseName());
    }

    private static synchronized Endpoint empty(Database database) throws SQLException {
        String name = database.databaseName() + "_" + ++made;
        run(source(database), "CREATE DATABASE " + name);
        return endpoint(database, name);
    }

    /** What the source was restored as; tests only look at it. */
    private Endpoint restored(Database database) throws Exception {
        if (!RESTORED.containsKey(database)) {
            Endpoint empty = empty(database);
            backUp(files.resolve("first"), source(database));
            restore(files.resolve("first"), empty);
            RESTORED.put(database, empty);
        }
        return Objects.requireNonNull(RESTORED.get(database));
    }

    private static Endpoint endpoint(Database database, String name) {
        return new Endpoint(
                database,
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name),
                Postgres.USER,
                postgres.password());
    }

    private static void migrate(Endpoint database) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("filesystem:" + HOME.migrations(database.database()))
                .placeholders(Map.of("service-role", Postgres.REGISTRY_ROLE))
                .load()
                .migrate();
    }

    private static void run(Endpoint where, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(where.jdbcUrl(), where.user(), where.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Endpoint where, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(where.jdbcUrl(), where.user(), where.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
