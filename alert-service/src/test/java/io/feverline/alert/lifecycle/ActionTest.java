package io.feverline.alert.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActionTest {

    @Test
    void the_table_in_the_readme_is_that_of_the_code() throws IOException {
        List<String> table = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches("\\| `[a-z]+` \\|.*"))
                .toList();

        assertThat(table)
                .containsExactlyElementsOf(
                        Arrays.stream(Action.values()).map(ActionTest::row).toList());
    }

    private static String row(Action action) {
        return "| `%s` | %s |"
                .formatted(
                        Words.of(action),
                        Arrays.stream(AlertState.values())
                                .map(state -> action.isPossibleIn(state) ? after(action, state) : "")
                                .collect(Collectors.joining(" | ")));
    }

    private static String after(Action action, AlertState state) {
        return action.after(state) == state ? "·" : Words.of(action.after(state));
    }
}
