package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.feverline.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** deploy/asyncapi.yaml says what the code does. */
class AsyncApiTest {
    private static final Path DOCUMENT = Path.of("../asyncapi.yaml");
    private static JsonNode document;

    @BeforeAll
    static void readDocument() throws IOException {
        document = new YAMLMapper().readTree(DOCUMENT.toFile());
    }

    @Test
    void it_describes_every_topic_and_no_other() {
        var described = StreamSupport.stream(document.get("channels").spliterator(), false)
                .map(channel -> channel.get("address").textValue())
                .toList();
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void it_states_a_topics_key_partitions_and_cleanup(Topic topic) {
        JsonNode channel = document.get("channels").get(topic.topicName());
        JsonNode kafka = channel.get("bindings").get("kafka");
        assertThat(channel.get("x-key").textValue()).isEqualTo(topic.keyedBy());
        assertThat(kafka.get("partitions").intValue()).isEqualTo(topic.partitions());
        assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").textValue()).isEqualTo(topic.cleanupPolicy());
    }

    @Test
    void it_points_at_schemas_that_are_there() {
        var references = document.findValues("schema").stream()
                .map(schema -> schema.path("$ref").asText())
                .toList();
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(Files.exists(DOCUMENT.resolveSibling(reference)))
                        .as(reference)
                        .isTrue());
    }
}
