package io.feverline.local.evidence;

import io.feverline.local.infra.KeysetFiles;
import io.feverline.registry.events.evidence.EvidenceCheck;
import io.feverline.registry.events.evidence.EvidenceCheck.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether an archive of evidence is as registry-service signed it. */
@Command(
        name = "deploy/verify-evidence",
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true,
        version = "Feverline",
        sortOptions = false,
        description = {
            "核验证据档案，不需要运行中的系统：每个文件与清单相符，清单由服务签名。",
            "Checks an archive of evidence, with no system running: each file is as listed, and the service signed the list."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {"0:完好 intact", "1:被改动 changed, or not signed by the service", "2:无法核验 it could not be checked"})
public final class VerifyEvidence implements Callable<Integer> {
    private static final int CHANGED = 1;
    private static final int NOT_CHECKED = 2;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "导出的档案。 The archive as it was exported.")
    @Nullable
    Path archive;

    @ArgGroup(multiplicity = "1")
    @Nullable
    Key key;

    /** Whose signature is believed. */
    static final class Key {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "deploy/up --data 的数据目录。 The folder that deploy/up --data was given.")
        @Nullable
        Path data;

        @Option(
                names = "--public-keyset",
                paramLabel = "FILE",
                description = "审计公钥。 The Tink keyset of the audit log's public keys.")
        @Nullable
        Path publicKeyset;

        Path file() {
            return data != null ? new KeysetFiles(data).auditPublicKey() : Objects.requireNonNull(publicKeyset);
        }
    }

    /** Runs the command line and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VerifyEvidence())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            var check = EvidenceCheck.load(Objects.requireNonNull(key).file());
            return say(check.check(Objects.requireNonNull(archive)), command.getOut());
        } catch (IOException | IllegalStateException e) {
            command.getErr().println("✗ 无法核验。 It could not be checked: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static int say(Outcome outcome, PrintWriter out) {
        if (!outcome.signed()) {
            out.println("✗ 清单不是服务所签。 The service did not sign the list of files.");
        }
        outcome.wrong().forEach(name -> out.printf("✗ %s 与清单不符 is not as listed%n", name));
        if (!outcome.intact()) {
            return CHANGED;
        }
        out.printf(
                "✓ 完好：%d 个文件与签名清单相符 intact: %d files are as the service signed them%n",
                outcome.files(), outcome.files());
        return CommandLine.ExitCode.OK;
    }
}
