package io.feverline.registry.kafka;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.registry.events.DeviceSequenceChanged;
import io.feverline.registry.outbox.OutboxEntry;
import io.feverline.registry.sequence.SequenceEvents;
import io.feverline.registry.sequence.SequenceTotals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What was found out about devices, in the words of the contract. */
@ApplicationScoped
public class DeviceFactEvents implements SequenceEvents {
    private static final EventCodec<DeviceSequenceChanged> SEQUENCE = EventCodec.of(DeviceSequenceChanged.class);

    private final Clock clock;

    DeviceFactEvents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OutboxEntry changed(SequenceTotals totals) {
        byte[] event = SEQUENCE.encode(DeviceSequenceChanged.newBuilder()
                .setDeviceId(totals.deviceId())
                .setMissing(totals.missing())
                .setGaps(totals.gaps())
                .setDuplicates(totals.duplicates())
                .setReplays(totals.replays())
                .setLastHeardAt(totals.lastHeardAt())
                .setVersion(totals.version())
                .build());
        return new OutboxEntry(
                Topic.DEVICE_FACTS.topicName(),
                totals.deviceId(),
                event,
                "io.feverline.device.sequence.changed.v1",
                clock.instant());
    }
}
