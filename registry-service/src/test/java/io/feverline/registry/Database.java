package io.feverline.registry;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as a test looks at it. */
@ApplicationScoped
public class Database {
    private final Pool pool;

    Database(Pool pool) {
        this.pool = pool;
    }

    /** The first row that a query finds. */
    public Row row(String sql, Object... parameters) {
        return execute(sql, parameters).iterator().next();
    }

    /** Runs a statement for its effect. */
    public void run(String sql, Object... parameters) {
        execute(sql, parameters);
    }

    /** Runs what the service's own role may not. */
    public void runAsOwner(String sql) {
        String url = ConfigProvider.getConfig().getValue("quarkus.flyway.jdbc-url", String.class);
        try (var owner = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The number that a counting query gives. */
    public long count(String sql, Object... parameters) {
        return row(sql, parameters).getLong(0);
    }

    private RowSet<Row> execute(String sql, Object... parameters) {
        var tuple = Tuple.tuple();
        for (Object parameter : parameters) {
            tuple.addValue(parameter);
        }
        return pool.preparedQuery(sql).execute(tuple).await().indefinitely();
    }
}
