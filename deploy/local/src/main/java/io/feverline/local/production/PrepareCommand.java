package io.feverline.local.production;

import io.feverline.local.KafkaSettings;
import io.feverline.local.LocalProblem;
import io.feverline.local.infra.KeysetFiles;
import io.feverline.local.infra.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes topics and keys for an installation, and says whether what is there will do. */
@Command(
        name = "deploy/prepare",
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true,
        version = "Feverline",
        sortOptions = false,
        description = {
            "为正式安装做准备：在 Kafka 上建立缺少的主题并核对已有的，生成缺少的密钥文件。可重复运行。",
            "Prepares an installation: makes the topics that Kafka does not have and checks those that it has, and makes"
                    + " the key files that are not there. It may be run again."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:一切就绪 all is there as it should be",
            "1:有主题的设置不对 topics are there that have to be set otherwise",
            "2:未完成 it could not be done"
        })
public final class PrepareCommand implements Callable<Integer> {
    private static final int OTHERWISE = 1;
    private static final int NOT_DONE = 2;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", description = "Kafka")
    @Nullable
    String bootstrapServers;

    @Mixin
    KafkaSettings kafka = new KafkaSettings();

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "3",
            description = "每个新主题的副本数。 How many brokers keep each new topic. Default: ${DEFAULT-VALUE}.")
    short replicas = 3;

    @Option(names = "--keysets", paramLabel = "DIR", description = "存放密钥文件的目录。 The folder for the key files.")
    @Nullable
    Path keysets;

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PrepareCommand())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (bootstrapServers == null && keysets == null) {
            throw new ParameterException(
                    command, "请给出 --bootstrap-servers、--keysets 或两者。 Give --bootstrap-servers, --keysets, or both.");
        }
        PrintWriter out = command.getOut();
        try {
            if (keysets != null) {
                keys(keysets, out);
            }
            return bootstrapServers == null || topics(bootstrapServers, out) ? CommandLine.ExitCode.OK : OTHERWISE;
        } catch (LocalProblem | KafkaException | UncheckedIOException e) {
            command.getErr().println("✗ 未完成。 It could not be done: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private static void keys(Path folder, PrintWriter out) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("no such folder: " + folder, e);
        }
        var files = new KeysetFiles(folder.toAbsolutePath());
        files.make();
        out.printf(
                """
                ✓ 密钥文件，请离线备份：丢失后谁也打不开身份 Key files; keep a copy elsewhere, as without them nobody opens an identity:
                  %s  checkpoint-ingest, registry-service
                  %s  checkpoint-ingest
                  %s  registry-service 独有 alone
                  %s  registry-service 独有 alone
                  %s  registry-service, deploy/verify-audit
                """,
                files.token(), files.publicKey(), files.privateKey(), files.auditPrivateKey(), files.auditPublicKey());
    }

    private boolean topics(String servers, PrintWriter out) {
        try (Admin admin = Admin.create(kafka.of(servers))) {
            var topics = new Topics(admin);
            List<String> made = topics.make(replicas);
            List<Topics.Difference> differences = topics.differences();
            if (!made.isEmpty()) {
                out.printf("✓ 已建立 made: %s%n", String.join(", ", made));
            }
            differences.forEach(difference -> out.printf(
                    "✗ %s: %s 应为 has to be %s，现为 is %s%n",
                    difference.topic(), difference.setting(), difference.wanted(), difference.found()));
            if (differences.isEmpty()) {
                out.println("✓ 主题齐备 all topics are there as they should be");
            }
            return differences.isEmpty();
        }
    }
}
