package io.feverline.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConformanceCommandTest {

    private final StringWriter said = new StringWriter();

    private int execute(String... options) {
        return new CommandLine(new ConformanceCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(options);
    }

    @Test
    void a_gateway_that_never_comes_has_not_passed() {
        assertThat(execute("--port", "0", "--within", "0")).isEqualTo(2);
        assertThat(said.toString()).contains("too few requests", "too little was seen");
    }

    @Test
    void every_requirement_is_named_in_both_languages_with_its_reason() {
        execute("--port", "0", "--within", "0");
        for (Requirement requirement : Requirement.values()) {
            assertThat(said.toString()).contains(requirement.id(), requirement.words(), requirement.reason());
        }
    }

    @Test
    void wrong_options_are_refused() {
        assertThat(execute("--port", "north")).isEqualTo(2);
    }
}
