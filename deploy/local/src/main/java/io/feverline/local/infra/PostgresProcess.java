package io.feverline.local.infra;

import io.feverline.local.LocalProblem;
import io.feverline.local.process.Child;
import io.feverline.local.process.ChildSpec;
import io.feverline.local.process.Children;
import io.feverline.local.process.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of our own that writes through to the disk. */
final class PostgresProcess implements Server {
    private static final Duration START = Duration.ofSeconds(60);

    /** fsync and synchronous_commit stay on: what was acknowledged must survive a power cut here too. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "60",
            "shared_buffers", System.getProperty(Postgres.SHARED_BUFFERS, "48MB"),
            "fsync", "on",
            "synchronous_commit", "on",
            "jit", "off",
            "autovacuum_max_workers", "1",
            "max_parallel_workers", "0",
            "timezone", "UTC");

    private final Children children;
    private final Path cache;
    private final Path data;
    private final Path folder;
    private final Path log;
    private final int port;
    private final String user;
    private final String password;
    private volatile @Nullable Child child;

    PostgresProcess(Children children, Path cache, Path data, Path log, int port, String user, String password) {
        this.children = children;
        this.cache = cache;
        this.data = data;
        this.folder = data.resolve("postgresql");
        this.log = log;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    @Override
    public void start() {
        Path programs = new PostgresBinaries(cache).unpacked().resolve("bin");
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise(programs);
        }
        Child server =
                children.start(new ChildSpec("PostgreSQL", Tier.DATABASE, serverCommand(programs), folder, log, "INT"));
        child = server;
        server.await(this::accepts, START);
    }

    @Override
    public void kill() {
        running().kill();
    }

    @Override
    public void pause() {
        running().pause();
    }

    @Override
    public void resume() {
        running().resume();
    }

    private Child running() {
        return Objects.requireNonNull(child, "never started");
    }

    /** Nothing to do: whoever holds the children ends it in its turn. */
    @Override
    public void close() {}

    private void initialise(Path programs) {
        List<String> command = new ArrayList<>(withoutRoot());
        Path half = folder.resolveSibling("postgresql-initialising");
        try {
            remove(half);
            command.addAll(List.of(
                    programs.resolve("initdb").toString(),
                    "--pgdata=" + half,
                    "--username=" + user,
                    "--pwfile=" + Postgres.passwordFile(data),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale",
                    "--no-sync"));
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new LocalProblem(
                        "PostgreSQL 初始化失败，原因见日志。 PostgreSQL could not be set up; its log says why: " + log);
            }
            Files.move(half, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("正在停止。 The system is stopping.", e);
        }
    }

    private List<String> serverCommand(Path programs) {
        List<String> command = new ArrayList<>(withoutRoot());
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", folder.toString(), "-p", "" + port));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private static List<String> withoutRoot() {
        return System.getProperty("user.name").toLowerCase(Locale.ROOT).equals("root")
                ? List.of("unshare", "-U")
                : List.of();
    }

    private boolean accepts() {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), user, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
