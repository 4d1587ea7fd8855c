package io.feverline.local.audit;

import io.feverline.local.Database;
import io.feverline.local.KafkaSettings;
import io.feverline.local.LocalProblem;
import io.feverline.local.RunningSystem;
import io.feverline.local.infra.KeysetFiles;
import io.feverline.local.infra.Postgres;
import io.feverline.registry.events.audit.AuditCheck;
import io.feverline.registry.events.audit.AuditCheck.Fault;
import io.feverline.registry.events.audit.AuditCheck.Kind;
import io.feverline.registry.events.audit.AuditCheck.Outcome;
import io.feverline.registry.events.audit.HeadTopic;
import io.feverline.registry.events.audit.HeadVerifier;
import io.feverline.registry.events.audit.SignedHead;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads the log from the database and its heads from Kafka, and says whether they are what was written. */
@Command(
        name = "deploy/verify-audit",
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true,
        version = "Feverline",
        sortOptions = false,
        description = {
            "核验审计链，不经过服务：数据库里的全部记录，与 Kafka 上已签名的链头。",
            "Checks the audit log without the service: all rows in the database, and the signed heads on Kafka."
                    + " Either --data, or the four others."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {"0:完好 intact", "1:被改动或截去 changed or cut off", "2:无法核验 it could not be checked"})
public final class VerifyAudit implements Callable<Integer> {
    private static final int CHANGED = 1;
    private static final int NOT_CHECKED = 2;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "本机运行中的系统的数据目录。 The folder that the system which runs here was given by deploy/up --data.")
    @Nullable
    Path data;

    @Option(names = "--jdbc-url", paramLabel = "URL", description = "jdbc:postgresql://HOST/registry")
    @Nullable
    String jdbcUrl;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "数据库用户，密码取自环境变量 PGPASSWORD。 Database user; the password is taken from PGPASSWORD.")
    @Nullable
    String user;

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", description = "Kafka")
    @Nullable
    String bootstrapServers;

    @Mixin
    KafkaSettings kafka = new KafkaSettings();

    @Option(
            names = "--public-keyset",
            paramLabel = "FILE",
            description = "链头的公钥。 The Tink keyset of the heads' public keys.")
    @Nullable
    Path publicKeyset;

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VerifyAudit())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            return say(check(sources(command)), command.getOut());
        } catch (IOException | SQLException | KafkaException | IllegalStateException | LocalProblem e) {
            command.getErr().println("✗ 无法核验。 It could not be checked: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private record Sources(
            String jdbcUrl, String user, String password, Map<String, Object> kafka, Path publicKeyset) {}

    private Sources sources(CommandLine command) throws IOException {
        if (data != null) {
            return here(data);
        }
        if (jdbcUrl == null || user == null || bootstrapServers == null || publicKeyset == null) {
            throw new ParameterException(
                    command,
                    "请给出 --data，或其余四项。 Give --data, or --jdbc-url, --user, --bootstrap-servers and --public-keyset.");
        }
        String password = System.getenv("PGPASSWORD");
        return new Sources(jdbcUrl, user, password == null ? "" : password, kafka.of(bootstrapServers), publicKeyset);
    }

    private static Sources here(Path data) throws IOException {
        RunningSystem running = RunningSystem.of(data);
        return new Sources(
                running.jdbcUrl(Database.REGISTRY),
                Postgres.USER,
                running.databasePassword(),
                new KafkaSettings().of(running.bootstrapServers()),
                new KeysetFiles(data).auditPublicKey());
    }

    /** Heads first: what is signed meanwhile is not missed. */
    private static Outcome check(Sources sources) throws SQLException {
        HeadVerifier verifier = HeadVerifier.load(sources.publicKeyset());
        List<SignedHead> heads = HeadTopic.readAll(sources.kafka());
        var check = new AuditCheck(heads, verifier);
        try (Connection connection =
                DriverManager.getConnection(sources.jdbcUrl(), sources.user(), sources.password())) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            AuditRows.forEach(connection, check::accept);
        }
        return check.outcome();
    }

    private static int say(Outcome outcome, PrintWriter out) {
        Fault fault = outcome.fault();
        SignedHead last = outcome.lastHead();
        out.printf("%d 行可信 rows are sound, %d 个签名链头相符 signed heads agree%n", outcome.rows(), outcome.heads());
        if (last == null) {
            out.println("还没有签名链头：被截去的不会显现。 No head was signed yet: what was cut off would not show.");
        } else {
            out.printf("最近的链头 the newest head: 第 %d 行 row %d, %s%n", last.seq(), last.seq(), last.signedAt());
        }
        if (outcome.forgedHeads() > 0) {
            out.printf("%d 个链头不是服务所签 heads were not signed by the service%n", outcome.forgedHeads());
        }
        if (fault == null) {
            out.println("✓ 完好 intact");
            return CommandLine.ExitCode.OK;
        }
        out.printf(
                "✗ 自第 %d 行起不可信：%s。 Not to be trusted from row %d on: %s.%n",
                fault.seq(), chinese(fault.kind()), fault.seq(), english(fault.kind()));
        return CHANGED;
    }

    private static String chinese(Kind kind) {
        return switch (kind) {
            case TWO_HEADS -> "同一行有两个不同的链头";
            case ROW_MISSING -> "缺行";
            case ROW_CHANGED -> "该行被改动";
            case WRITTEN_ANEW -> "记录被重写";
            case CUT_OFF -> "末尾被截去";
        };
    }

    private static String english(Kind kind) {
        return switch (kind) {
            case TWO_HEADS -> "two heads of it differ";
            case ROW_MISSING -> "a row is missing";
            case ROW_CHANGED -> "the row was changed";
            case WRITTEN_ANEW -> "the log was written anew";
            case CUT_OFF -> "the end was cut off";
        };
    }
}
