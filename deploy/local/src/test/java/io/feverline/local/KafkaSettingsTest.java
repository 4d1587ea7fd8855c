package io.feverline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {
    @TempDir
    private Path folder;

    private final KafkaSettings settings = new KafkaSettings();

    @Test
    void brokers_that_want_nothing_are_reached_by_their_address_alone() {
        assertThat(settings.of("one:9092")).isEqualTo(Map.of("bootstrap.servers", "one:9092"));
    }

    @Test
    void what_a_file_says_is_added_and_the_address_is_the_options() throws IOException {
        settings.file = Files.writeString(
                folder.resolve("client.properties"), "security.protocol = SSL\nbootstrap.servers = two:9092\n");

        assertThat(settings.of("one:9092"))
                .isEqualTo(Map.of("bootstrap.servers", "one:9092", "security.protocol", "SSL"));
    }

    @Test
    void a_file_that_is_not_there_is_named_with_its_option() {
        settings.file = folder.resolve("missing");

        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> settings.of("one:9092"))
                .withMessageContaining("missing")
                .withMessageContaining("--kafka-config");
    }
}
