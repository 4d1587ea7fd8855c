package io.feverline.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.ingest.events.DeviceHeartbeat;
import io.feverline.ingest.heartbeat.ClockSkew;
import io.feverline.ingest.heartbeat.Heartbeat;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class HeartbeatSenderTest {
    private static final Instant NOON = Instant.parse("2026-01-26T04:00:00Z");
    private static final Origin BUS = new Origin("bus-7", "line-7", "360322101", Site.FOREHEAD, Mode.BODY, 0);

    private final MockBrokers brokers = new MockBrokers();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HeartbeatSender sender = new HeartbeatSender(
            new RecordSender(brokers, TracerProvider.noop().get("test"), new Room(10, 10_000, metrics), metrics));

    @Test
    void a_heartbeat_is_keyed_by_its_device() {
        assertThat(sent().key()).isEqualTo("bus-7");
    }

    @Test
    void it_is_a_cloud_event() {
        assertThat(header("ce_type")).isEqualTo("io.feverline.device.heartbeat.v1");
        assertThat(header("ce_source")).isEqualTo("/checkpoint-ingest");
        assertThat(header("ce_time")).isEqualTo("2026-01-26T04:00:00.000Z");
    }

    @Test
    void it_tells_what_the_device_said_and_what_the_door_knows() {
        assertThat(EventCodec.of(DeviceHeartbeat.class).decode(sent().value()))
                .isEqualTo(new DeviceHeartbeat(
                        "bus-7",
                        "line-7",
                        "360322101",
                        NOON,
                        NOON.plusSeconds(5),
                        4_980L,
                        3,
                        "boot-1",
                        80,
                        "2.1",
                        12L));
    }

    private String header(String name) {
        return new String(sent().headers().lastHeader(name).value(), UTF_8);
    }

    private ProducerRecord<String, byte[]> sent() {
        sender.publish(
                        new Heartbeat(BUS, NOON, NOON.plusSeconds(5), false, "boot-1", 80, "2.1", 12L),
                        new ClockSkew(4_980, 3))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        return brokers.of(Topic.Name.HEARTBEATS).history().get(0);
    }
}
