package io.feverline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.feverline.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    private static List<String> addressesAt(String server) {
        return StreamSupport.stream(document.get("channels").spliterator(), false)
                .filter(channel -> channel.at("/servers/0/$ref").textValue().equals("#/servers/" + server))
                .map(channel -> channel.get("address").textValue())
                .toList();
    }

    @Test
    void it_describes_every_topic_and_no_other() {
        assertThat(addressesAt("kafka"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    @Test
    void it_describes_the_topics_of_a_gateway() {
        var any = new Api.Gate("{deviceId}", "");
        assertThat(addressesAt("mqtt"))
                .containsExactlyInAnyOrderElementsOf(Stream.of("readings", "readings/batch", "heartbeats", "answers")
                        .map(what -> MqttGateways.topic(any, what))
                        .toList());
    }

    @Test
    void what_it_takes_from_the_http_api_is_there() throws IOException {
        JsonNode api = new YAMLMapper()
                .readTree(Path.of("../../checkpoint-ingest/openapi.yaml").toFile());
        var pointers = document.findValues("$ref").stream()
                .map(JsonNode::textValue)
                .filter(reference -> reference.startsWith("../checkpoint-ingest/openapi.yaml#"))
                .map(reference -> reference.substring(reference.indexOf('#') + 1))
                .toList();
        assertThat(pointers)
                .isNotEmpty()
                .allSatisfy(pointer ->
                        assertThat(api.at(pointer).isObject()).as(pointer).isTrue());
    }

    @Test
    void what_it_refers_to_inside_is_there() {
        var pointers = document.findValues("$ref").stream()
                .map(JsonNode::textValue)
                .filter(reference -> reference.startsWith("#"))
                .map(reference -> reference.substring(1))
                .toList();
        assertThat(pointers)
                .isNotEmpty()
                .allSatisfy(pointer ->
                        assertThat(document.at(pointer).isObject()).as(pointer).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void it_states_a_topics_key_partitions_and_settings(Topic topic) {
        JsonNode channel = document.get("channels").get(topic.topicName());
        JsonNode kafka = channel.get("bindings").get("kafka");
        assertThat(channel.get("x-key").textValue()).isEqualTo(topic.keyedBy());
        assertThat(kafka.get("partitions").intValue()).isEqualTo(topic.partitions());
        JsonNode settings = kafka.get("topicConfiguration");
        assertThat(settings.size()).isEqualTo(topic.configs().size());
        topic.configs().forEach((name, value) -> {
            JsonNode stated = settings.get(name);
            assertThat((stated.isArray() ? stated.get(0) : stated).asText()).isEqualTo(value);
        });
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
