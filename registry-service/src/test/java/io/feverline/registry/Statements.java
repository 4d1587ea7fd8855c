package io.feverline.registry;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service has the database do, as the server's log tells while somebody watches it. */
public final class Statements implements AutoCloseable {
    /** What runs on a timer is in one of them by chance, and not in all. */
    private static final int TIMES = 3;

    private static final String SERVICE = "registry_service LOG:";
    private static final Pattern EXECUTED = Pattern.compile(SERVICE + "  (?:execute [^:]*|statement): (.*)");
    private static final Pattern NOBODY_ASKED = Pattern.compile("BEGIN|COMMIT|ROLLBACK|outbox");

    private final Connection owner;

    /** Begins to watch. */
    public Statements() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class);
        owner = DriverManager.getConnection(url, "postgres", "postgres");
        execute("ALTER SYSTEM SET log_statement = 'all'");
        execute("ALTER SYSTEM SET log_line_prefix = '%u '");
        execute("SELECT pg_reload_conf()");
        await().until(() -> log().contains(SERVICE));
    }

    /** The statements of a request that is made a few times, by their first lines, and how often each runs in one. */
    public Map<String, Long> of(Runnable request) throws SQLException {
        Map<String, Long> fewest = count(request);
        for (int i = 1; i < TIMES; i++) {
            Map<String, Long> counted = count(request);
            fewest.keySet().retainAll(counted.keySet());
            fewest.replaceAll((statement, times) -> Math.min(times, counted.getOrDefault(statement, times)));
        }
        return fewest;
    }

    /** A statement is on its way into the log before its answer is, and lines keep their order. */
    private Map<String, Long> count(Runnable request) throws SQLException {
        String begin = mark();
        request.run();
        String end = mark();
        await().pollInterval(Duration.ofMillis(5)).until(() -> log().contains(end));
        String log = log();
        Map<String, Long> times = new TreeMap<>();
        log.substring(log.indexOf(begin), log.indexOf(end)).lines().forEach(line -> {
            var executed = EXECUTED.matcher(line);
            if (executed.find() && !NOBODY_ASKED.matcher(executed.group(1)).find()) {
                times.merge(executed.group(1), 1L, Long::sum);
            }
        });
        return times;
    }

    private String mark() throws SQLException {
        String mark = UUID.randomUUID().toString();
        execute("SELECT '" + mark + "'");
        return mark;
    }

    private String log() throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("SELECT pg_read_file(pg_current_logfile())")) {
            rows.next();
            return rows.getString(1);
        }
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
        }
    }
}
