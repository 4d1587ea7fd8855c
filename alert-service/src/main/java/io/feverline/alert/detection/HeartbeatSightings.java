package io.feverline.alert.detection;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import io.feverline.ingest.events.DeviceHeartbeat;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Notes what heartbeats say of their devices, and tells it every few seconds. */
final class HeartbeatSightings extends ContextualProcessor<String, byte[], String, byte[]> {
    private static final EventCodec<DeviceHeartbeat> CODEC = EventCodec.of(DeviceHeartbeat.class);

    private final Duration tellEvery;
    private final DetectionMeters meters;
    private final Sightings sightings = new Sightings();
    private final SightingsTeller teller;

    HeartbeatSightings(Duration tellEvery, InstantSource clock, DetectionMeters meters) {
        this.tellEvery = tellEvery;
        this.meters = meters;
        this.teller = new SightingsTeller(clock);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        context.schedule(
                tellEvery,
                PunctuationType.WALL_CLOCK_TIME,
                now -> teller.tell(sightings, context, Topic.Name.HEARTBEATS, DetectionTopology.SEEN_IN_HEARTBEATS));
    }

    @Override
    public void process(Record<String, byte[]> message) {
        DeviceHeartbeat heartbeat = decoded(message.value());
        if (heartbeat == null) {
            meters.countDeadLetter(Topic.Name.HEARTBEATS);
            context().forward(ScreeningProcessor.marked(context(), message), DetectionTopology.HEARTBEAT_DEAD_LETTERS);
        } else {
            sightings.note(heartbeat);
        }
    }

    private static @Nullable DeviceHeartbeat decoded(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : CODEC.decode(bytes);
        } catch (UnreadableEvent e) {
            return null;
        }
    }
}
