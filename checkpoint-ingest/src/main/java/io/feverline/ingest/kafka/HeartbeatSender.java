package io.feverline.ingest.kafka;

import io.feverline.events.CloudEvent;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.ingest.events.DeviceHeartbeat;
import io.feverline.ingest.heartbeat.ClockSkew;
import io.feverline.ingest.heartbeat.Heartbeat;
import io.feverline.ingest.intake.HeartbeatPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A heartbeat as a record, keyed by its device. */
@Singleton
public class HeartbeatSender implements HeartbeatPublisher {
    private static final CloudEvent CONTEXT = new CloudEvent("io.feverline.device.heartbeat.v1", ReadingEvents.SOURCE);

    private final EventCodec<DeviceHeartbeat> codec = EventCodec.of(DeviceHeartbeat.class);
    private final RecordSender sender;

    public HeartbeatSender(RecordSender sender) {
        this.sender = sender;
    }

    @Override
    public Uni<Void> publish(Heartbeat heartbeat, ClockSkew skew) {
        // Sent again it is another heartbeat, so its id is drawn here.
        return Uni.createFrom()
                .completionStage(sender.send(List.of(new ProducerRecord<>(
                        Topic.Name.HEARTBEATS,
                        null,
                        heartbeat.origin().deviceId(),
                        codec.encode(event(heartbeat, skew)),
                        CONTEXT.headers(UUID.randomUUID().toString(), heartbeat.receivedAt())))));
    }

    private static DeviceHeartbeat event(Heartbeat heartbeat, ClockSkew skew) {
        var origin = heartbeat.origin();
        return new DeviceHeartbeat(
                origin.deviceId(),
                origin.checkpointId(),
                origin.areaCode(),
                heartbeat.receivedAt(),
                heartbeat.clock(),
                skew.millis(),
                skew.samples(),
                heartbeat.bootId(),
                heartbeat.battery(),
                heartbeat.firmware(),
                heartbeat.queueLength());
    }
}
