package io.feverline.registry.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.ingest.events.Lane;
import io.feverline.ingest.events.Mode;
import io.feverline.ingest.events.ReadingTaken;
import io.feverline.ingest.events.Site;
import io.feverline.registry.Database;
import io.feverline.registry.RegistryResource;
import io.feverline.registry.passage.PassageStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegistryResource.class)
class ReadingIntakeTest {
    private static final EventCodec<ReadingTaken> CODEC = EventCodec.of(ReadingTaken.class);

    @Inject
    ReadingIntake intake;

    @Inject
    PassageStore passages;

    @Inject
    DeadLetters deadLetters;

    @Inject
    RecordedSender brokers;

    @Inject
    Database database;

    @Test
    void what_cannot_be_read_is_put_aside_and_its_neighbours_are_stored() {
        UUID good = UUID.randomUUID();
        var poison = new ConsumerRecord<>("readings", 3, 42, "poison".getBytes(UTF_8), new byte[] {1, 2, 3});
        poison.headers().add("ce_id", "x-1".getBytes(UTF_8));
        var tombstone = new ConsumerRecord<byte[], byte[]>("readings", 3, 43, "tombstone".getBytes(UTF_8), null);
        brokers.failTimes(2);

        take(List.of(poison, tombstone, reading(good, "device-1")));

        assertThat(stored(good)).isEqualTo(1);
        assertThat(putAside("tombstone")).hasSize(1);
        var letter = putAside("poison").get(0);
        assertThat(letter.value()).containsExactly(1, 2, 3);
        assertThat(letter.headers().lastHeader("ce_id").value()).isEqualTo("x-1".getBytes(UTF_8));
        assertThat(new String(letter.headers().lastHeader("feverline-origin").value(), UTF_8))
                .isEqualTo("readings-3@42");
    }

    @Test
    void a_value_that_the_database_refuses_stops_nobody_else() {
        UUID before = UUID.randomUUID();
        UUID refused = UUID.randomUUID();
        UUID after = UUID.randomUUID();

        take(List.of(reading(before, "device-1"), reading(refused, "device\0one"), reading(after, "device-1")));

        assertThat(stored(before)).isEqualTo(1);
        assertThat(stored(after)).isEqualTo(1);
        assertThat(stored(refused)).isZero();
        assertThat(putAside(refused.toString())).hasSize(1);
    }

    @Test
    void what_becomes_of_readings_is_counted() {
        UUID id = UUID.randomUUID();
        var metrics = new SimpleMeterRegistry();
        var sent = reading(id, "device-1");

        new ReadingIntake(passages, deadLetters, OpenTelemetry.noop().getTracer("test"), metrics)
                .take(List.of(sent, sent, reading(id, "device-2")))
                .await()
                .indefinitely();

        assertThat(metrics.counter("feverline.readings.stored").count()).isEqualTo(1);
        assertThat(metrics.counter("feverline.readings.duplicates").count()).isEqualTo(1);
        assertThat(metrics.counter("feverline.readings.reused").count()).isEqualTo(1);
    }

    @Test
    void a_synthetic_reading_is_no_passage() {
        var id = UUID.randomUUID();
        var other = UUID.randomUUID();

        take(List.of(reading(id, "device-1", true), reading(other, "device-1")));

        assertThat(stored(id)).isZero();
        assertThat(stored(other)).isEqualTo(1);
        assertThat(putAside(id.toString())).isEmpty();
        assertThat(database.count("SELECT count(*) FROM receipt WHERE reading_id = $1", id))
                .isZero();
    }

    @Test
    void a_readings_trace_lasts_until_it_is_stored() {
        var spans = InMemorySpanExporter.create();
        try (var tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()) {
            var traced = reading(UUID.randomUUID(), "device-1");
            traced.headers()
                    .add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
            var untraced = reading(UUID.randomUUID(), "device-1");

            new ReadingIntake(passages, deadLetters, tracing.get("test"), new SimpleMeterRegistry())
                    .take(List.of(traced, untraced))
                    .await()
                    .indefinitely();

            assertThat(spans.getFinishedSpanItems()).hasSize(1);
            var span = spans.getFinishedSpanItems().get(0);
            assertThat(span.getName()).isEqualTo("process readings");
            assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        }
    }

    private void take(List<ConsumerRecord<byte[], byte[]>> records) {
        intake.take(records).await().indefinitely();
    }

    private List<? extends org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]>> putAside(String key) {
        return brokers.sent(Topic.Name.REGISTRY_DEAD_LETTERS, key);
    }

    private long stored(UUID reading) {
        return database.count("SELECT count(*) FROM passage WHERE reading_id = $1", reading);
    }

    private static ConsumerRecord<byte[], byte[]> reading(UUID id, String device) {
        return reading(id, device, false);
    }

    private static ConsumerRecord<byte[], byte[]> reading(UUID id, String device, boolean synthetic) {
        var reading = ReadingTaken.newBuilder()
                .setId(id)
                .setMeasuredAt(Instant.ofEpochMilli(System.currentTimeMillis()))
                .setReceivedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
                .setDeviceId(device)
                .setCheckpointId("shangli-exit-north")
                .setAreaCode("360322101")
                .setLane(Lane.LIVE)
                .setTemperature(38_200)
                .setMode(Mode.BODY)
                .setSite(Site.FOREHEAD)
                .setSynthetic(synthetic)
                .build();
        return new ConsumerRecord<>("readings", 0, 0, id.toString().getBytes(UTF_8), CODEC.encode(reading));
    }
}
