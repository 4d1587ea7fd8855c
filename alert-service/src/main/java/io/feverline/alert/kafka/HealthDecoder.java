package io.feverline.alert.kafka;

import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.CheckpointStatus.DeviceStatus;
import io.feverline.alert.device.Finding;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.events.CheckpointStatusChanged;
import io.feverline.alert.events.DeviceHealthChanged;
import io.feverline.events.EventCodec;
import io.feverline.events.UnreadableEvent;
import java.util.stream.Collectors;

/** How devices and checkpoints stand, from their bytes to what they mean here. */
final class HealthDecoder {
    private static final EventCodec<DeviceHealthChanged> HEALTH = EventCodec.of(DeviceHealthChanged.class);
    private static final EventCodec<CheckpointStatusChanged> STATUS = EventCodec.of(CheckpointStatusChanged.class);

    private HealthDecoder() {}

    /**
     * Decodes one change of a device's health.
     *
     * @throws UnreadableEvent if the bytes are none, or of a finding that is not known here
     */
    static HealthChange change(byte[] bytes) {
        DeviceHealthChanged event = HEALTH.decode(bytes);
        return new HealthChange(
                event.getDeviceId(),
                finding(event.getFinding().name()),
                event.getCheckpointId(),
                event.getAreaCode(),
                event.getSince(),
                event.getUntil(),
                event.getValue(),
                event.getLimit(),
                event.getAt());
    }

    /**
     * Decodes how a checkpoint stands.
     *
     * @throws UnreadableEvent if the bytes do not tell
     */
    static CheckpointStatus status(byte[] bytes) {
        CheckpointStatusChanged event = STATUS.decode(bytes);
        return new CheckpointStatus(
                event.getCheckpointId(),
                event.getAreaCode(),
                event.getAt(),
                event.getLastReadingAt(),
                event.getLastFiveMinutes(),
                event.getLastQuarterHour(),
                event.getLastHour(),
                event.getFeversOfLastHour(),
                event.getDevices().stream()
                        .map(device -> new DeviceStatus(
                                device.getDeviceId(),
                                device.getLastHeardAt(),
                                device.getFindings().stream()
                                        .map(HealthDecoder::finding)
                                        .collect(Collectors.toSet())))
                        .toList());
    }

    private static Finding finding(String name) {
        try {
            return Finding.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("a finding that is not known here", e);
        }
    }
}
