package io.feverline.alert.detection;

import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.events.CheckpointStatusChanged;
import io.feverline.alert.events.DeviceFinding;
import io.feverline.alert.events.DeviceHealthChanged;
import io.feverline.alert.events.DeviceStatus;
import io.feverline.events.CloudEvent;
import io.feverline.events.EventCodec;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;

/** How devices and checkpoints stand, as records of their topics. */
final class HealthEvents {
    private static final EventCodec<DeviceHealthChanged> HEALTH = EventCodec.of(DeviceHealthChanged.class);
    private static final EventCodec<CheckpointStatusChanged> STATUS = EventCodec.of(CheckpointStatusChanged.class);
    private static final CloudEvent HEALTH_CONTEXT =
            new CloudEvent("io.feverline.device.health.changed.v1", "/alert-service");
    private static final CloudEvent STATUS_CONTEXT =
            new CloudEvent("io.feverline.checkpoint.status.changed.v1", "/alert-service");

    private HealthEvents() {}

    static Record<String, byte[]> record(HealthChange change) {
        String key = change.deviceId() + "/" + change.finding();
        var event = new DeviceHealthChanged(
                change.deviceId(),
                DeviceFinding.valueOf(change.finding().name()),
                change.checkpointId(),
                change.areaCode(),
                change.since(),
                change.until(),
                change.value(),
                change.limit(),
                change.at());
        return record(HEALTH_CONTEXT, key, HEALTH.encode(event), change.at());
    }

    static Record<String, byte[]> record(CheckpointStatus status) {
        var event = new CheckpointStatusChanged(
                status.checkpointId(),
                status.areaCode(),
                status.at(),
                status.lastReadingAt(),
                status.lastFiveMinutes(),
                status.lastQuarterHour(),
                status.lastHour(),
                status.feversOfLastHour(),
                status.devices().stream()
                        .map(device -> new DeviceStatus(
                                device.deviceId(),
                                device.lastHeardAt(),
                                device.findings().stream()
                                        .sorted()
                                        .map(Enum::name)
                                        .toList()))
                        .toList());
        return record(STATUS_CONTEXT, status.checkpointId(), STATUS.encode(event), status.at());
    }

    private static Record<String, byte[]> record(CloudEvent context, String key, byte[] event, Instant at) {
        return new Record<>(key, event, at.toEpochMilli(), context.headers(key + "/" + at.toEpochMilli(), at));
    }
}
