package io.feverline.registry;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service has the database do, as the server's log tells while somebody watches it. */
public final class Statements implements AutoCloseable {
    /** What runs on a timer is in one of them by chance, and not in all. */
    private static final int TIMES = 3;

    private static final String SERVICE = "registry_service LOG:";
    private static final Pattern EXECUTED = Pattern.compile(SERVICE + "  (?:execute [^:]*|statement): (.*)");
    private static final Pattern NOBODY_ASKED = Pattern.compile("BEGIN|COMMIT|ROLLBACK|outbox");

    private final Logger log = Logger.getLogger(EmbeddedPostgres.class.getName());
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Connection owner;

    /** Begins to watch. */
    public Statements() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class);
        owner = DriverManager.getConnection(url, "postgres", "postgres");
        log.addHandler(handler);
        log.setUseParentHandlers(false);
        execute("ALTER SYSTEM SET log_statement = 'all'");
        execute("ALTER SYSTEM SET log_line_prefix = '%u '");
        execute("SELECT pg_reload_conf()");
        await().until(() -> lines.stream().anyMatch(line -> line.contains(SERVICE)));
    }

    /** The statements of a request that is made a few times, by how they begin, and how often each runs in one. */
    public Map<String, Long> of(Runnable request) throws SQLException {
        Map<String, Long> fewest = count(request);
        for (int i = 1; i < TIMES; i++) {
            Map<String, Long> counted = count(request);
            fewest.keySet().retainAll(counted.keySet());
            fewest.replaceAll((statement, times) -> Math.min(times, counted.getOrDefault(statement, times)));
        }
        return fewest;
    }

    private Map<String, Long> count(Runnable request) throws SQLException {
        awaitAllSoFar();
        lines.clear();
        request.run();
        awaitAllSoFar();
        Map<String, Long> times = new TreeMap<>();
        for (String line : lines) {
            var executed = EXECUTED.matcher(line);
            if (executed.find() && !NOBODY_ASKED.matcher(executed.group(1)).find()) {
                times.merge(executed.group(1), 1L, Long::sum);
            }
        }
        return times;
    }

    /** A statement is in the log before its answer is sent, and lines keep their order. */
    private void awaitAllSoFar() throws SQLException {
        String mark = UUID.randomUUID().toString();
        execute("SELECT '" + mark + "'");
        await().until(() -> lines.stream().anyMatch(line -> line.contains(mark)));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (owner) {
            execute("ALTER SYSTEM RESET ALL");
            execute("SELECT pg_reload_conf()");
        } finally {
            log.setUseParentHandlers(true);
            log.removeHandler(handler);
        }
    }
}
