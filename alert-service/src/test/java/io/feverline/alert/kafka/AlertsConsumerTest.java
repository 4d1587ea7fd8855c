package io.feverline.alert.kafka;

import static io.feverline.alert.Changes.EIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.AlertServiceProfile;
import io.feverline.alert.Changes;
import io.feverline.alert.kafka.BatchIntake.Letter;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.metrics.AlertLatency;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.AlertWriter;
import io.feverline.events.access.AreaScope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import io.smallrye.reactive.messaging.memory.InMemorySink;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AlertServiceProfile.class)
class AlertsConsumerTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] NO_EVENT = {1, 2, 3};

    @Inject
    AlertsConsumer consumer;

    @Inject
    AlertReader reader;

    @Inject
    AlertWriter writer;

    @Inject
    DeadLetters setAside;

    @Inject
    AlertLatency latency;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector memory;

    private InMemorySink<byte[]> deadLetters;

    @BeforeEach
    void clear() {
        deadLetters = memory.sink("dead-letters");
        deadLetters.clear();
    }

    @Test
    void what_cannot_be_read_is_set_aside_as_it_came() {
        var records = Map.of(new TopicPartition("alerts", 0), List.of(record(NO_EVENT)));

        consumer.consume(new ConsumerRecords<>(records, Map.of())).await().atMost(SOON);

        var letter = deadLetters.received().get(0);
        assertThat(letter.getPayload()).isEqualTo(NO_EVENT);
        assertThat(letter.getMetadata(OutgoingKafkaRecordMetadata.class)
                        .orElseThrow()
                        .getHeaders()
                        .lastHeader("ce_id")
                        .value())
                .isEqualTo("7".getBytes(UTF_8));
    }

    @Test
    void what_the_database_refuses_is_set_aside_and_its_neighbours_are_stored() {
        EpisodeTold before = Changes.opening("consumer", "360322101", EIGHT);
        EpisodeTold refused = Changes.opening("no text holds \u0000", "360322101", EIGHT);
        EpisodeTold after = Changes.opening("consumer", "360322101", EIGHT);

        consumer.store(List.of(letter(before, 0), letter(refused, 1), letter(after, 2)))
                .await()
                .atMost(SOON);

        assertThat(stored(before)).isTrue();
        assertThat(stored(refused)).isFalse();
        assertThat(stored(after)).isTrue();
        assertThat(deadLetters.received())
                .extracting(message -> message.getPayload())
                .containsExactly(new byte[] {1});
    }

    @Test
    void a_changes_trace_lasts_until_it_is_stored() {
        var spans = InMemorySpanExporter.create();
        try (var tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()) {
            var traced = record(NO_EVENT);
            traced.headers()
                    .add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
            var untraced = record(NO_EVENT);

            new AlertsConsumer(writer, setAside, latency, tracing.get("test"))
                    .consume(new ConsumerRecords<>(
                            Map.of(new TopicPartition("alerts", 0), List.of(traced, untraced)), Map.of()))
                    .await()
                    .atMost(SOON);

            assertThat(spans.getFinishedSpanItems()).hasSize(1);
            var span = spans.getFinishedSpanItems().get(0);
            assertThat(span.getName()).isEqualTo("process alerts");
            assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        }
    }

    private boolean stored(EpisodeTold change) {
        return reader.find(change.alertId(), AreaScope.of("360322"))
                .await()
                .atMost(SOON)
                .isPresent();
    }

    private static Letter<EpisodeTold> letter(EpisodeTold change, int number) {
        return new Letter<>(record(new byte[] {(byte) number}), change);
    }

    private static ConsumerRecord<String, byte[]> record(byte[] value) {
        var record = new ConsumerRecord<>("alerts", 0, 0, "episode", value);
        record.headers().add("ce_id", "7".getBytes(UTF_8));
        return record;
    }
}
