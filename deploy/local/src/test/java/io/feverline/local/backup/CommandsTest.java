package io.feverline.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
    private static final String NOBODY = "jdbc:postgresql://127.0.0.1:1/alert";

    @TempDir
    Path files;

    private final StringWriter said = new StringWriter();

    @Test
    void help_names_every_option() {
        assertThat(backup("--help")).isZero();
        assertThat(restore("--help")).isZero();
        assertThat(said.toString())
                .contains("--data", "--registry", "--alert", "--user", "PGPASSWORD", "FILE")
                .contains("--service-role", "--bootstrap-servers");
    }

    @Test
    void without_a_database_they_say_what_they_need() {
        assertThat(backup("b.zip")).isEqualTo(2);
        assertThat(restore("b.zip")).isEqualTo(2);
        assertThat(said.toString()).contains("Give --data, or --registry", "Give --registry, --alert, or both");
    }

    @Test
    void a_database_that_cannot_be_reached_is_no_back_up() {
        Path file = files.resolve("b.zip");

        assertThat(backup("--alert=" + NOBODY, file.toString())).isEqualTo(2);
        assertThat(said.toString()).startsWith("✗ ").doesNotContain("Exception");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_read_is_not_restored() throws Exception {
        Path file = Files.writeString(files.resolve("b.zip"), "not a zip");

        assertThat(restore("--alert=" + NOBODY, file.toString())).isEqualTo(2);
        assertThat(said.toString()).startsWith("✗ ").doesNotContain("Exception");
    }

    private int backup(String... arguments) {
        return execute(new CommandLine(new BackupCommand()), arguments);
    }

    private int restore(String... arguments) {
        return execute(new CommandLine(new RestoreCommand()), arguments);
    }

    private int execute(CommandLine command, String... arguments) {
        return command.setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
    }
}
