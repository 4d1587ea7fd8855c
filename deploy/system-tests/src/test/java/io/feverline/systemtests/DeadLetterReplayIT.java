package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feverline.events.Topic;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever runs the system sees what was set aside, and sends it back. */
@ExtendWith(SharedSystem.class)
class DeadLetterReplayIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Marks this run's record, whatever else was set aside. */
    private final String type = "drill-" + UUID.randomUUID();

    @Test
    void a_record_is_shown_with_where_it_stood_and_comes_there_as_it_was_when_it_is_sent_back(LocalSystem system)
            throws Exception {
        var api = new Api(system);
        poison(system);

        List<Map<String, String>> shown =
                await().atMost(SOON).until(() -> letters(api), letters -> letters.size() == 1);
        assertThat(shown.get(0)).containsEntry("topic", "alerts").containsEntry("reason", "unreadable");

        api.alerts(Persona.ADMIN)
                .post("/v1/dead-letters/" + shown.get(0).get("id") + "/replay")
                .then()
                .statusCode(202);

        // It is as unreadable as before.
        List<Map<String, String>> again =
                await().atMost(SOON).until(() -> letters(api), letters -> letters.size() == 2);
        assertThat(again).extracting(letter -> letter.get("topic")).containsOnly("alerts");
        assertThat(again).extracting(letter -> letter.get("place")).doesNotHaveDuplicates();
    }

    private void poison(LocalSystem system) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", system.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(Topic.ALERTS.topicName(), "drill", "no event".getBytes(UTF_8));
            record.headers().add("ce_type", type.getBytes(UTF_8));
            producer.send(record).get();
        }
    }

    private List<Map<String, String>> letters(Api api) {
        List<Map<String, Object>> all = api.alerts(Persona.ADMIN)
                .queryParam("limit", 500)
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return all.stream()
                .filter(letter -> type.equals(letter.get("eventType")))
                .map(letter -> Map.of(
                        "id", letter.get("id").toString(),
                        "topic", letter.get("topic").toString(),
                        "place", letter.get("place").toString(),
                        "reason", letter.get("reason").toString()))
                .toList();
    }
}
