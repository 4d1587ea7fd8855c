package io.feverline.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    private final Topics topics = new Topics("feverline/v1/devices");

    @ParameterizedTest
    @CsvSource({
        "feverline/v1/devices/gate-1/readings, READING",
        "feverline/v1/devices/gate-1/readings/batch, BATCH",
        "feverline/v1/devices/gate-1/heartbeats, HEARTBEAT"
    })
    void a_topic_says_whose_it_is_and_for_what(String topic, Topics.Kind kind) {
        assertThat(topics.read(topic)).contains(new Topics.Address("gate-1", kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feverline/v1/devices",
                "feverline/v1/devices/",
                "feverline/v1/devices/gate-1",
                "feverline/v1/devices/gate-1/",
                "feverline/v1/devices//readings",
                "feverline/v1/devices/gate-1/readings/",
                "feverline/v1/devices/gate-1/answers",
                "feverline/v1/devices/gate-1/x/readings",
                "feverline/v1/devicesx/gate-1/readings",
                "elsewhere/v1/devices/gate-1/readings"
            })
    void any_other_topic_is_nobodys(String topic) {
        assertThat(topics.read(topic)).isEmpty();
    }

    @Test
    void nobody_has_a_longer_name_than_the_registry_gives() {
        assertThat(topics.read("feverline/v1/devices/" + "x".repeat(64) + "/readings"))
                .isPresent();
        assertThat(topics.read("feverline/v1/devices/" + "x".repeat(65) + "/readings"))
                .isEmpty();
    }

    @Test
    void a_group_shares_its_subscriptions() {
        assertThat(topics.filters("doors"))
                .containsExactly(
                        "$share/doors/feverline/v1/devices/+/readings",
                        "$share/doors/feverline/v1/devices/+/readings/batch",
                        "$share/doors/feverline/v1/devices/+/heartbeats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feverline/v1/devices/gate-1/answers", "feverline/v1/devices/gate-1/answers/7"})
    void a_device_is_answered_on_topics_of_its_own(String responseTopic) {
        assertThat(topics.answers("feverline/v1/devices/gate-1/readings", responseTopic))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feverline/v1/devices/gate-2/answers",
                "feverline/v1/devices/gate-1/answersx",
                "feverline/v1/devices/gate-1/readings",
                "feverline/v1/devices/gate-2/readings",
                "elsewhere"
            })
    void it_is_answered_nowhere_else(String responseTopic) {
        assertThat(topics.answers("feverline/v1/devices/gate-1/readings", responseTopic))
                .isFalse();
    }
}
