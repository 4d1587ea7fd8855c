package io.feverline.registry;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the service has the database do, as the database counts it (pg_stat_statements). */
public final class Statements {
    /** What runs on a timer is in one of them by chance, and not in all. */
    private static final int TIMES = 3;

    private static final String MAKE = """
            CREATE SCHEMA IF NOT EXISTS statements;
            CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA statements
            """;
    private static final String COUNT = """
            SELECT query, sum(calls) FROM statements.pg_stat_statements
            WHERE userid = 'registry_service'::regrole
                AND query !~* '^(begin|commit|rollback)|outbox|publisher'
            GROUP BY query
            """;

    private Statements() {}

    /** The statements of a request that is made a few times, and how often each runs in one. */
    public static Map<String, Long> of(Runnable request) {
        Map<String, Long> fewest = count(request);
        for (int i = 1; i < TIMES; i++) {
            Map<String, Long> counted = count(request);
            fewest.keySet().retainAll(counted.keySet());
            fewest.replaceAll((query, calls) -> Math.min(calls, counted.getOrDefault(query, calls)));
        }
        return fewest;
    }

    private static Map<String, Long> count(Runnable request) {
        String url = ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class);
        try (Connection owner = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = owner.createStatement()) {
            statement.execute(MAKE);
            statement.execute("SELECT statements.pg_stat_statements_reset()");
            request.run();
            Map<String, Long> calls = new TreeMap<>();
            try (var rows = statement.executeQuery(COUNT)) {
                while (rows.next()) {
                    calls.put(rows.getString(1), rows.getLong(2));
                }
            }
            return calls;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
