package io.feverline.systemtests;

import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import io.feverline.local.infra.Postgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Both databases as their owner sees them. */
record Databases(LocalSystem system) {
    /** Runs a statement for its effect. */
    void change(Database database, String sql) {
        try (var connection = DriverManager.getConnection(
                        system.jdbcUrl(database), Postgres.USER, system.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed on " + database.databaseName(), e);
        }
    }

    /** The first column of a query's rows, as text. */
    List<String> column(Database database, String query, Object... parameters) {
        try (var connection = DriverManager.getConnection(
                        system.jdbcUrl(database), Postgres.USER, system.databasePassword());
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                List<String> column = new ArrayList<>();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
                return column;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query + " failed on " + database.databaseName(), e);
        }
    }
}
