package io.feverline.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerifyAuditTest {
    private final StringWriter said = new StringWriter();
    private final CommandLine command =
            new CommandLine(new VerifyAudit()).setOut(new PrintWriter(said)).setErr(new PrintWriter(said));

    @Test
    void help_names_every_option() {
        assertThat(command.execute("--help")).isZero();
        assertThat(said.toString())
                .contains("--data", "--jdbc-url", "--user", "--bootstrap-servers", "--public-keyset", "PGPASSWORD");
    }

    @Test
    void without_a_system_to_look_at_it_says_what_it_needs() {
        assertThat(command.execute("--user=feverline")).isEqualTo(2);
        assertThat(said.toString()).contains("--jdbc-url").doesNotContain("Exception");
    }

    @Test
    void what_cannot_be_read_is_not_called_changed() {
        assertThat(command.execute(
                        "--jdbc-url=jdbc:postgresql://127.0.0.1:1/registry",
                        "--user=feverline",
                        "--bootstrap-servers=127.0.0.1:1",
                        "--public-keyset=/nowhere/keys.json"))
                .isEqualTo(2);
        assertThat(said.toString()).startsWith("✗ ").doesNotContain("Exception");
    }
}
