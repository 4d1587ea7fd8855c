package io.feverline.local.backup;

import io.feverline.local.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of the system, where it is and who owns it there. */
record Endpoint(Database database, String jdbcUrl, String user, String password) {
    /** The same rows shall be the same text everywhere, in the order in which they lie. */
    private static final String SESSION = """
            SET search_path = public; SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
            SET bytea_output = 'hex'; SET extra_float_digits = 1; SET statement_timeout = 0;
            SET idle_in_transaction_session_timeout = 0; SET synchronize_seqscans = off
            """;

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
