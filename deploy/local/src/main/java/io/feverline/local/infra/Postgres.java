package io.feverline.local.infra;

import io.feverline.local.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL server with the services' databases. */
public final class Postgres {
    /** Who owns the databases. */
    public static final String USER = "feverline";

    /** As whom registry-service works: somebody who cannot change what is on record. */
    public static final String REGISTRY_ROLE = "registry_service";

    /** The system property by which whoever starts a server of our own asks for one with more memory than a demo's. */
    public static final String SHARED_BUFFERS = "feverline.shared-buffers";

    private final Path data;
    private final int port;
    private final String password;
    private final String registryPassword;
    private final Server server;

    /** One of these servers; its password is kept in the data folder. */
    public Postgres(Servers servers, Path data, int port) {
        this.data = data;
        this.port = port;
        this.password = SecretFile.readOrMake(
                passwordFile(data), () -> UUID.randomUUID().toString());
        this.registryPassword = SecretFile.readOrMake(
                data.resolve("registry-role-password"), () -> UUID.randomUUID().toString());
        this.server = servers.postgres(port, USER, password);
    }

    /** The password of {@link #USER} at the server of a data folder. */
    public static String passwordIn(Path data) throws IOException {
        return Files.readString(passwordFile(data));
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
        createRegistryRole();
    }

    /** The server, to be killed. */
    public Server server() {
        return server;
    }

    /** Where a database is reached over JDBC; user {@link #USER} and {@link #password()}. */
    public String jdbcUrl(Database database) {
        return jdbcUrl(port, database);
    }

    /** Where a database of the server at a port of this machine is reached. */
    public static String jdbcUrl(int port, Database database) {
        return jdbcUrl(port, database.databaseName());
    }

    /** Where a database is reached by the reactive client. */
    public String reactiveUrl(Database database) {
        return "postgresql://127.0.0.1:%d/%s".formatted(port, database.databaseName());
    }

    /** The user's password. */
    public String password() {
        return password;
    }

    /**
     * The passwords as a service's configuration file: on a command line every user of the machine would see them.
     */
    public Path passwordSettings(Database database) {
        Path file = data.resolve(database.databaseName() + "-datasource.properties");
        SecretFile.write(
                file,
                database == Database.REGISTRY
                        ? "quarkus.datasource.password=%s%nquarkus.flyway.password=%s%n"
                                .formatted(registryPassword, password)
                        : "quarkus.datasource.password=%s%n".formatted(password));
        return file;
    }

    private static String jdbcUrl(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    private void create(Database database) {
        String name = database.databaseName();
        // file_copy syncs two hundred small files; wal_log writes one stream.
        unless(
                "select 1 from pg_database where datname = '" + name + "'",
                "create database " + name + " strategy wal_log");
    }

    private void createRegistryRole() {
        unless(
                "select 1 from pg_roles where rolname = '" + REGISTRY_ROLE + "'",
                "create role " + REGISTRY_ROLE + " login password '" + registryPassword + "'");
    }

    private void unless(String found, String create) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port, "postgres"), USER, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(found)) {
            if (!rows.next()) {
                statement.execute(create);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases could not be prepared", e);
        }
    }
}
