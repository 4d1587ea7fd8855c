package io.feverline.local.backup;

import io.feverline.local.Home;
import io.feverline.local.KafkaSettings;
import io.feverline.local.LocalProblem;
import io.feverline.local.backup.Manifest.Part;
import io.feverline.local.backup.Restore.Outcome;
import io.feverline.local.infra.Postgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.ZipFile;
import org.apache.kafka.common.KafkaException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a back-up into empty databases, and says whether they are what was backed up. */
@Command(
        name = "deploy/restore",
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true,
        version = "Feverline",
        sortOptions = false,
        description = {
            "把备份恢复到空数据库，逐表核对行数与摘要，核验审计链。服务须已停止，数据库由所有者新建，registry-service 的角色已存在。",
            "Restores a back-up into empty databases, holds rows and digests of every table against it, and checks the"
                    + " audit log. The services are stopped, the databases newly created by their owner, and"
                    + " registry-service's role is there."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:已恢复，与备份一致 restored, and as it was backed up",
            "1:已恢复，但审计链在备份时已不完好 restored, but the audit log was not intact when it was backed up",
            "2:未恢复 not restored"
        })
public final class RestoreCommand implements Callable<Integer> {
    private static final int NOT_INTACT = 1;
    private static final int NOT_DONE = 2;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    DatabaseOptions databases = new DatabaseOptions();

    @Option(
            names = "--service-role",
            paramLabel = "NAME",
            description = "registry-service 的数据库角色。 As whom registry-service works. Default: ${DEFAULT-VALUE}",
            defaultValue = Postgres.REGISTRY_ROLE)
    String serviceRole = Postgres.REGISTRY_ROLE;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka：让各服务从头重读主题，补上备份之后的内容。"
                    + " Kafka: has the services read the topics from the beginning, which brings what came after the"
                    + " back-up.")
    @Nullable
    String bootstrapServers;

    @Mixin
    KafkaSettings kafka = new KafkaSettings();

    @Parameters(paramLabel = "FILE", description = "备份文件。 The back-up.")
    @Nullable
    Path file;

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RestoreCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        List<Endpoint> endpoints = databases.endpoints();
        if (endpoints.isEmpty()) {
            throw new ParameterException(command, "请给出 --registry、--alert 或两者。 Give --registry, --alert, or both.");
        }
        try (ZipFile archive = new ZipFile(Objects.requireNonNull(file).toFile())) {
            return restore(archive, endpoints, command.getOut());
        } catch (LocalProblem e) {
            command.getErr().println("✗ " + e.getMessage());
            return NOT_DONE;
        } catch (IOException | SQLException | KafkaException | FlywayException e) {
            command.getErr().println("✗ 未能恢复。 It could not be restored: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private int restore(ZipFile archive, List<Endpoint> endpoints, PrintWriter out) throws IOException, SQLException {
        long began = System.nanoTime();
        Restore restore = new Restore(Home.find(), archive, serviceRole);
        ReadPositions positions = bootstrapServers == null ? null : new ReadPositions(kafka.of(bootstrapServers));
        Map<Endpoint, Part> parts = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            parts.put(endpoint, part(Manifest.of(archive), endpoint));
        }
        for (Map.Entry<Endpoint, Part> each : parts.entrySet()) {
            if (positions != null) {
                positions.requireNobodyReads(each.getKey().database());
            }
            restore.requireFit(each.getKey(), each.getValue());
        }
        boolean intact = true;
        for (Map.Entry<Endpoint, Part> each : parts.entrySet()) {
            long from = System.nanoTime();
            Outcome outcome = restore.into(each.getKey(), each.getValue());
            out.println(Figures.of(each.getValue(), Duration.ofNanos(System.nanoTime() - from)));
            intact &= isIntact(outcome, out);
            // Before the next database, which may fail: this one is not restored a second time.
            tellPositions(positions, each.getKey(), out);
        }
        out.printf(
                "✓ 已恢复，与备份一致 restored, and as it was backed up: %s, %.1f s%n",
                archive.getName(), (System.nanoTime() - began) / 1e9);
        return intact ? CommandLine.ExitCode.OK : NOT_INTACT;
    }

    private static Part part(Manifest manifest, Endpoint endpoint) {
        String name = endpoint.database().databaseName();
        return manifest.databases().stream()
                .filter(part -> part.database() == endpoint.database())
                .findFirst()
                .orElseThrow(
                        () -> new LocalProblem("备份里没有 %s 数据库。 The back-up has no database %s.".formatted(name, name)));
    }

    private static boolean isIntact(Outcome outcome, PrintWriter out) {
        Long fault = outcome.auditFrom();
        if (fault != null) {
            out.printf(
                    "✗ 备份中的审计链自第 %d 行起不可信。 The audit log in the back-up is not to be trusted from row %d on.%n",
                    fault, fault);
        }
        return fault == null;
    }

    private static void tellPositions(@Nullable ReadPositions positions, Endpoint endpoint, PrintWriter out) {
        String service = endpoint.database().service().folder();
        if (positions == null) {
            out.printf(
                    "启动前请让 %s 从头重读主题，否则备份之后的内容不会补上。 Before %s starts, have it read the topics from the"
                            + " beginning, or what came after the back-up is missing: --bootstrap-servers does that.%n",
                    service, service);
        } else {
            out.printf(
                    "%s 将从头重读主题 will read the topics from the beginning: %s%n",
                    service, String.join(", ", positions.forget(endpoint.database())));
        }
    }
}
