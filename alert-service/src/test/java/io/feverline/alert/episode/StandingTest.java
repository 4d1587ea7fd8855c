package io.feverline.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.rule.Verdict.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {

    @Test
    void the_transition_table_in_the_readme_is_that_of_the_code() throws IOException {
        List<String> table = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.matches("\\| (SUSPECTED|CONFIRMED|CLEARED|EXPIRED) \\|.*"))
                .toList();

        assertThat(table)
                .containsExactlyElementsOf(Arrays.stream(Standing.class.getPermittedSubclasses())
                        .map(StandingTest::opened)
                        .map(StandingTest::row)
                        .toList());
    }

    private static String row(Standing standing) {
        Stream<Standing> after = Stream.of(
                standing,
                after(standing, Kind.FEVER),
                after(standing, Kind.NORMAL),
                after(standing, Kind.INVALID_COLD),
                standing.onWindowEnd());
        return after.map(next -> next.state().name()).reduce("|", (row, state) -> row + " " + state + " |");
    }

    private static Standing after(Standing standing, Kind verdict) {
        return standing.on(Taken.at(verdict, Duration.ZERO));
    }

    private static Standing opened(Class<?> state) {
        try {
            return (Standing) state.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a standing has nothing but its type", e);
        }
    }
}
