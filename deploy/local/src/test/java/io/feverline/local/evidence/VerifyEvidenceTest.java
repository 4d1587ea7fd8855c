package io.feverline.local.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyEvidenceTest {
    private final StringWriter said = new StringWriter();
    private final CommandLine command =
            new CommandLine(new VerifyEvidence()).setOut(new PrintWriter(said)).setErr(new PrintWriter(said));

    @Test
    void help_names_what_it_needs() {
        assertThat(command.execute("--help")).isZero();
        assertThat(said.toString()).contains("FILE", "--data", "--public-keyset");
    }

    @Test
    void without_a_key_it_says_what_it_needs() {
        assertThat(command.execute("evidence.zip")).isEqualTo(2);
        assertThat(said.toString()).contains("--public-keyset").doesNotContain("Exception");
    }

    @Test
    void what_cannot_be_read_is_not_called_changed(@TempDir Path folder) throws Exception {
        Path archive = Files.writeString(folder.resolve("evidence.zip"), "none");

        assertThat(command.execute("--public-keyset=/nowhere/keys.json", archive.toString()))
                .isEqualTo(2);
        assertThat(said.toString()).startsWith("✗ ").doesNotContain("Exception");
    }
}
