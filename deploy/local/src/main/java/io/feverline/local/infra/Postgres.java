package io.feverline.local.infra;

import io.feverline.local.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL server with the services' databases. */
public final class Postgres {
    /** The one user. */
    public static final String USER = "feverline";

    private final Path data;
    private final int port;
    private final String password;
    private final Server server;

    /** One of these servers; its password is kept in the data folder. */
    public Postgres(Servers servers, Path data, int port) {
        this.data = data;
        this.port = port;
        this.password = SecretFile.readOrMake(
                passwordFile(data), () -> UUID.randomUUID().toString());
        this.server = servers.postgres(port, USER, password);
    }

    static Path passwordFile(Path data) {
        return data.resolve("postgresql-password");
    }

    /** Starts it and waits until both databases are there. */
    public void start() {
        server.start();
        for (Database database : Database.values()) {
            create(database);
        }
    }

    /** The server, to be killed. */
    public Server server() {
        return server;
    }

    /** Where a database is reached over JDBC; user {@link #USER} and {@link #password()}. */
    public String jdbcUrl(Database database) {
        return jdbcUrl(database.databaseName());
    }

    /** Where a database is reached by the reactive client. */
    public String reactiveUrl(Database database) {
        return "postgresql://127.0.0.1:%d/%s".formatted(port, database.databaseName());
    }

    /** The user's password. */
    public String password() {
        return password;
    }

    /** The password as a service's configuration file: on a command line every user of the machine would see it. */
    public Path passwordSetting() {
        Path file = data.resolve("datasource.properties");
        SecretFile.write(file, "quarkus.datasource.password=" + password + "\n");
        return file;
    }

    private String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    private void create(Database database) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery(
                    "select 1 from pg_database where datname = '" + database.databaseName() + "'")) {
                if (found.next()) {
                    return;
                }
            }
            // file_copy syncs two hundred small files; wal_log writes one stream.
            statement.execute("create database " + database.databaseName() + " strategy wal_log");
        } catch (SQLException e) {
            throw new IllegalStateException("database " + database.databaseName() + " could not be created", e);
        }
    }
}
