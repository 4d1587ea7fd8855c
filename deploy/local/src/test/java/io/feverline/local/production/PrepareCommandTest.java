package io.feverline.local.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PrepareCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void the_key_files_are_made_and_it_is_said_whose_each_is() throws IOException {
        assertThat(prepare("--keysets=" + folder.resolve("keys"))).isZero();

        assertThat(contents(folder.resolve("keys")).keySet())
                .hasSize(5)
                .allSatisfy(file -> assertThat(said.toString()).contains(file));
    }

    @Test
    void key_files_that_are_there_stay_as_they_are() throws IOException {
        prepare("--keysets=" + folder);
        Map<String, String> before = contents(folder);

        assertThat(prepare("--keysets=" + folder)).isZero();

        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void with_nothing_to_do_it_says_what_it_can() {
        assertThat(prepare()).isEqualTo(2);
        assertThat(said.toString()).contains("--bootstrap-servers", "--keysets").doesNotContain("Exception");
    }

    private static Map<String, String> contents(Path keys) throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private int prepare(String... arguments) {
        return new CommandLine(new PrepareCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
    }
}
