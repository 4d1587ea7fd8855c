package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers or not. */
class ContainerSwitchTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_asked_for_is_done_whatever_is_there() throws IOException {
        assertThat(ContainerSwitch.of("true", dockerAt("missing.sock")).on()).isTrue();
        assertThat(ContainerSwitch.of("false", dockerAt(socket())).on()).isFalse();
    }

    @Test
    void left_to_itself_it_goes_by_the_socket() throws IOException {
        assertThat(ContainerSwitch.of(null, dockerAt(socket())).on()).isTrue();
        assertThat(ContainerSwitch.of("auto", dockerAt(socket())).on()).isTrue();
        assertThat(ContainerSwitch.of(null, dockerAt("missing.sock")).on()).isFalse();
    }

    @Test
    void without_a_word_it_looks_for_the_usual_socket() {
        boolean there = Files.isWritable(Path.of("/var/run/docker.sock"));
        assertThat(ContainerSwitch.of(null, null).on()).isEqualTo(there);
    }

    @Test
    void a_typing_error_is_no_choice() {
        assertThatThrownBy(() -> ContainerSwitch.of("yes", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yes");
    }

    private String socket() throws IOException {
        Path socket = folder.resolve("docker.sock");
        if (!Files.exists(socket)) {
            Files.createFile(socket);
        }
        return "docker.sock";
    }

    private String dockerAt(String name) {
        return "unix://" + folder.resolve(name);
    }
}
