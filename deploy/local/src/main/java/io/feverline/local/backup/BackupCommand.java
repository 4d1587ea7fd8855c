package io.feverline.local.backup;

import io.feverline.local.Database;
import io.feverline.local.LocalProblem;
import io.feverline.local.RunningSystem;
import io.feverline.local.backup.Manifest.Part;
import io.feverline.local.infra.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes both databases to one file while the services go on. */
@Command(
        name = "deploy/backup",
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true,
        version = "Feverline",
        sortOptions = false,
        description = {
            "把两个数据库备份到一个文件，服务照常运行；身份仍是密封的，密钥不在其中，须另行保管。",
            "Backs up both databases to one file while the services run. Identities in it stay sealed; the keysets are"
                    + " not in it and must be kept elsewhere. Either --data, or --registry and --alert."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {"0:已备份 backed up", "2:未备份 not backed up"})
public final class BackupCommand implements Callable<Integer> {
    private static final int NOT_DONE = 2;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "本机运行中的系统的数据目录。 The folder that the system which runs here was given by deploy/up --data.")
    @Nullable
    Path data;

    @Mixin
    DatabaseOptions databases = new DatabaseOptions();

    @Parameters(paramLabel = "FILE", description = "备份文件，不会覆盖已有的。 The back-up; one that is there is not overwritten.")
    @Nullable
    Path file;

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BackupCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            back(endpoints(command), Objects.requireNonNull(file).toAbsolutePath(), command.getOut());
            return CommandLine.ExitCode.OK;
        } catch (LocalProblem e) {
            command.getErr().println("✗ " + e.getMessage());
            return NOT_DONE;
        } catch (IOException | SQLException | IllegalStateException e) {
            command.getErr().println("✗ 未能备份。 It could not be backed up: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private List<Endpoint> endpoints(CommandLine command) throws IOException {
        List<Endpoint> endpoints = new ArrayList<>(databases.endpoints());
        if (data != null) {
            RunningSystem running = RunningSystem.of(data);
            for (Database database : Database.values()) {
                endpoints.add(
                        new Endpoint(database, running.jdbcUrl(database), Postgres.USER, running.databasePassword()));
            }
        }
        if (endpoints.isEmpty()) {
            throw new ParameterException(
                    command, "请给出 --data，或 --registry 与 --alert。 Give --data, or --registry and --alert.");
        }
        return endpoints;
    }

    private static void back(List<Endpoint> endpoints, Path file, PrintWriter out) throws IOException, SQLException {
        long began = System.nanoTime();
        try (Backup backup = new Backup(file)) {
            for (Endpoint endpoint : endpoints) {
                long from = System.nanoTime();
                Part part = backup.add(endpoint);
                out.println(Figures.of(part, Duration.ofNanos(System.nanoTime() - from)));
            }
            backup.finish();
        }
        out.printf(
                "✓ 已备份 backed up: %s, %s%n",
                file, Figures.of(Files.size(file), Duration.ofNanos(System.nanoTime() - began)));
    }
}
