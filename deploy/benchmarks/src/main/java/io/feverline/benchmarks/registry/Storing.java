package io.feverline.benchmarks.registry;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.load.ConsumerGroup;
import io.feverline.benchmarks.load.Load;
import io.feverline.benchmarks.load.Travellers;
import io.feverline.events.Topic;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.feverline.local.ServiceProcess;
import io.feverline.local.infra.Postgres;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * How fast registry-service stores a backlog, six readings in ten with a sealed traveller, against the server's COPY of
 * the same rows into the same tables with the same indexes. Each backlog finds the tables empty; the service drains as
 * many as make it faster, up to a handful.
 */
final class Storing {
    /** Of registry-service's two lanes. */
    static final String GROUP = "registry-service";

    /** What storing writes, in its order. */
    private static final List<String> TABLES = List.of("receipt", "traveller", "passage", "tally");

    /** A batch is known by the time at which its receipts were written, before all else. */
    private static final String BATCHES =
            "SELECT stored_at, count(*) AS readings FROM receipt GROUP BY stored_at ORDER BY stored_at";

    private static final int IN_BATCH = 100;
    private static final int FEVERISH_ONE_IN = 100;
    private static final int NEVER_TWICE = 9_999_999;
    private static final int CONNECTIONS = 8;
    private static final int MOST_TIMES = 5;
    private static final double WORTH_WHILE = 1.05;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LocalSystem system;
    private final List<String> keys;
    private final PrintWriter out;

    Storing(LocalSystem system, List<String> keys, PrintWriter out) {
        this.system = system;
        this.keys = keys;
        this.out = out;
    }

    /** Has so many readings wait, and measures. */
    Figure measure(int readings, double least) throws InterruptedException, ExecutionException, SQLException {
        // Who else reads them would take a core.
        system.service(Service.ALERT_SERVICE).stop();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()));
                Connection database = DriverManager.getConnection(
                        system.jdbcUrl(Database.REGISTRY), Postgres.USER, system.databasePassword());
                Statement statement = database.createStatement()) {
            var group = new ConsumerGroup(admin, GROUP, Topic.Name.READINGS, Topic.Name.READINGS_BACKFILL);
            double stored = 0;
            for (int i = 0; i < MOST_TIMES; i++) {
                double again = stored(group, statement, readings);
                out.printf(Locale.ROOT, "入库 registry-service %,.0f/s%n", again);
                boolean warm = again < stored * WORTH_WHILE;
                stored = Math.max(stored, again);
                if (warm) {
                    break;
                }
            }
            double copied = copied(statement, readings);
            out.printf(Locale.ROOT, "COPY %,.0f/s%n", copied);
            return Figure.atLeast(
                    String.format(Locale.ROOT, "入库 storing %,d readings, against COPY of the same rows", readings),
                    stored / copied,
                    least);
        } finally {
            system.service(Service.ALERT_SERVICE).start();
        }
    }

    private double stored(ConsumerGroup group, Statement statement, int readings)
            throws InterruptedException, ExecutionException, SQLException {
        statement.execute("TRUNCATE " + String.join(", ", TABLES) + " CASCADE");
        ServiceProcess registry = system.service(Service.REGISTRY_SERVICE);
        registry.pause();
        try (var load = new Load(
                system.ports().ingest(), keys, new Travellers(FEVERISH_ONE_IN, IN_BATCH, NEVER_TWICE), CONNECTIONS)) {
            load.requests(readings / IN_BATCH, PATIENCE);
            load.requireNoFailure("checkpoint-ingest");
        } finally {
            registry.resume();
        }
        group.awaitCommitted(group.end(), PATIENCE);
        require(statement, "SELECT count(*) FROM passage", readings);
        return rate(statement, readings);
    }

    /** From when a tenth was stored until the last batch began, that one not counted. */
    private static double rate(Statement statement, int readings) throws SQLException {
        long stored = 0;
        var begun = new TreeMap<Instant, Long>();
        try (ResultSet rows = statement.executeQuery(BATCHES)) {
            while (rows.next()) {
                if (stored >= readings / 10) {
                    begun.put(rows.getTimestamp("stored_at").toInstant(), stored);
                }
                stored += rows.getLong("readings");
            }
        }
        Duration time = Duration.between(begun.firstKey(), begun.lastKey());
        return (begun.lastEntry().getValue() - begun.firstEntry().getValue()) / (time.toNanos() / 1e9);
    }

    /** Rows of all tables together, by the readings that they are of. */
    private static double copied(Statement statement, int readings) throws SQLException {
        String folder = text(statement, "SHOW data_directory");
        for (String table : TABLES) {
            // What is partitioned is copied as what a query finds, and what has generated columns as what it is.
            String source = table.equals("passage") ? "(SELECT * FROM passage)" : table;
            statement.execute("COPY %s TO '%s/%s.copy' (FORMAT binary)".formatted(source, folder, table));
        }
        statement.execute("TRUNCATE " + String.join(", ", TABLES) + " CASCADE");
        statement.execute("CHECKPOINT");
        long begin = System.nanoTime();
        for (String table : TABLES) {
            statement.execute("COPY %s FROM '%s/%s.copy' (FORMAT binary)".formatted(table, folder, table));
        }
        return readings / ((System.nanoTime() - begin) / 1e9);
    }

    private static void require(Statement statement, String sql, long expected) throws SQLException {
        double found = number(statement, sql);
        if (found != expected) {
            throw new IllegalStateException("%,d readings were posted, and stored %,.0f".formatted(expected, found));
        }
    }

    private static double number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
