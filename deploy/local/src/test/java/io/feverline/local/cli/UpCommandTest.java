package io.feverline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpCommandTest {
    private final StringWriter said = new StringWriter();
    private final CommandLine command =
            Main.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));

    @Test
    void help_names_every_option() {
        assertThat(command.execute("--help")).isZero();
        assertThat(said.toString())
                .contains(
                        "--no-simulator",
                        "--data",
                        "--port-base",
                        "--heap",
                        "--replay",
                        "--arrivals",
                        "--for",
                        "--rate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port-base=70000", "--port-base=x", "--for=soon", "--for=-5m", "--nothing"})
    void a_wrong_option_is_one_sentence_and_exit_code_2(String option) {
        assertThat(command.execute(option)).isEqualTo(2);
        assertThat(said.toString()).doesNotContain("Exception");
    }

    @Test
    void what_only_the_simulator_can_do_is_refused_without_it() {
        assertThat(command.execute("--no-simulator", "--for=5m")).isEqualTo(2);
        assertThat(said.toString()).contains("--no-simulator").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--heap=much", "--rate=0", "--replay=/nowhere/file.csv"})
    void what_cannot_run_is_one_sentence_and_exit_code_1(String option) {
        assertThat(command.execute(option)).isEqualTo(1);
        assertThat(said.toString()).startsWith("✗ ").doesNotContain("Exception");
    }

    @Test
    void the_traffic_of_a_replay_is_looked_for_before_anything_starts(@TempDir Path folder) throws IOException {
        Path people = Files.createFile(folder.resolve("people.csv"));
        assertThat(command.execute("--replay=" + people)).isEqualTo(1);
        assertThat(said.toString()).startsWith("✗ ").contains("metro_i94_hourly.csv", "--arrivals");
    }

    @Test
    void traffic_without_anybody_to_replay_is_refused() {
        assertThat(command.execute("--arrivals=traffic.csv")).isEqualTo(2);
        assertThat(said.toString()).contains("--replay");
    }

    @ParameterizedTest
    @CsvSource({"5m, PT5M", "90s, PT90S", "1h30m, PT1H30M", "PT5M, PT5M"})
    void durations_are_written_as_people_do(String text, Duration duration) {
        assertThat(Converters.duration(text)).isEqualTo(duration);
    }
}
