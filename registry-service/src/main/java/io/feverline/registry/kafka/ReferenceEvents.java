package io.feverline.registry.kafka;

import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.registry.area.Area;
import io.feverline.registry.area.AreaEvents;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.CheckpointEvents;
import io.feverline.registry.checkpoint.Position;
import io.feverline.registry.device.Device;
import io.feverline.registry.device.DeviceEvents;
import io.feverline.registry.events.AreaLevel;
import io.feverline.registry.events.AreaRegistered;
import io.feverline.registry.events.CheckpointKind;
import io.feverline.registry.events.CheckpointRegistered;
import io.feverline.registry.events.DeviceRegistered;
import io.feverline.registry.events.KeyRegionListed;
import io.feverline.registry.events.MeasuringMode;
import io.feverline.registry.events.MeasuringSite;
import io.feverline.registry.events.RegionLevel;
import io.feverline.registry.keyregion.KeyRegion;
import io.feverline.registry.keyregion.KeyRegionEvents;
import io.feverline.registry.outbox.OutboxEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;

/** Reference data in the words of the contract. */
@ApplicationScoped
public class ReferenceEvents implements AreaEvents, CheckpointEvents, DeviceEvents, KeyRegionEvents {
    private static final EventCodec<AreaRegistered> AREA = EventCodec.of(AreaRegistered.class);
    private static final EventCodec<CheckpointRegistered> CHECKPOINT = EventCodec.of(CheckpointRegistered.class);
    private static final EventCodec<DeviceRegistered> DEVICE = EventCodec.of(DeviceRegistered.class);

    private static final EventCodec<KeyRegionListed> KEY_REGION = EventCodec.of(KeyRegionListed.class);

    private final Clock clock;

    ReferenceEvents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OutboxEntry registered(Area area, long version) {
        byte[] event = AREA.encode(AreaRegistered.newBuilder()
                .setCode(area.code())
                .setLevel(AreaLevel.valueOf(area.level().name()))
                .setName(area.name())
                .setParent(area.parent())
                .setVersion(version)
                .build());
        return entry(Topic.AREAS, area.code(), event, "io.feverline.area.registered.v1");
    }

    @Override
    public OutboxEntry registered(Checkpoint checkpoint) {
        Position position = checkpoint.position();
        byte[] event = CHECKPOINT.encode(CheckpointRegistered.newBuilder()
                .setCheckpointId(checkpoint.id())
                .setName(checkpoint.name())
                .setKind(CheckpointKind.valueOf(checkpoint.kind().name()))
                .setAreaCode(checkpoint.areaCode())
                .setVersion(checkpoint.version())
                .setLatitude(position == null ? null : position.latitude())
                .setLongitude(position == null ? null : position.longitude())
                .build());
        return entry(Topic.CHECKPOINTS, checkpoint.id(), event, "io.feverline.checkpoint.registered.v1");
    }

    @Override
    public OutboxEntry registered(Device device, String areaCode) {
        byte[] event = DEVICE.encode(DeviceRegistered.newBuilder()
                .setDeviceId(device.id())
                .setCheckpointId(device.checkpointId())
                .setAreaCode(areaCode)
                .setKeyHashes(device.keys().stream()
                        .map(key -> ByteBuffer.wrap(key.hash()))
                        .toList())
                .setSite(MeasuringSite.valueOf(device.site().name()))
                .setMode(MeasuringMode.valueOf(device.mode().name()))
                .setOffset(device.offset())
                .setVersion(device.version())
                .setCalibrationDue(device.calibrationDue())
                .build());
        return entry(Topic.DEVICES, device.id(), event, "io.feverline.device.registered.v1");
    }

    @Override
    public OutboxEntry listed(KeyRegion region) {
        byte[] event = KEY_REGION.encode(KeyRegionListed.newBuilder()
                .setRegionId(region.id())
                .setName(region.name())
                .setAreaPrefix(region.areaPrefix())
                .setPlatePrefix(region.platePrefix())
                .setLevel(RegionLevel.valueOf(region.level().name()))
                .setValidFrom(region.validFrom())
                .setValidTo(region.validTo())
                .setLegalBasis(region.legalBasis())
                .setVersion(region.version())
                .build());
        return entry(Topic.KEY_REGIONS, region.id(), event, "io.feverline.key-region.listed.v1");
    }

    private OutboxEntry entry(Topic topic, String key, byte[] event, String type) {
        return new OutboxEntry(topic.topicName(), key, event, type, clock.instant());
    }
}
