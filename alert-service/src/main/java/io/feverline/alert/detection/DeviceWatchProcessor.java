package io.feverline.alert.detection;

import io.feverline.alert.config.DeviceHealthConfig;
import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.device.CheckpointWatch;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.device.Observation;
import io.feverline.alert.rule.DeviceLimits;
import io.feverline.alert.state.DevicesSeen;
import io.feverline.events.EventCodec;
import io.feverline.events.Topic;
import io.feverline.events.UnreadableEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Watches the devices of the checkpoints of one partition. What is remembered is in memory; the store has it as of
 * the last finding or of a minute ago, and so much of it is lost with an instance. No finding is: each is stored with
 * what it tells, and told again by whoever goes on.
 */
final class DeviceWatchProcessor extends ContextualProcessor<String, byte[], String, byte[]> {
    private static final EventCodec<DevicesSeen> CODEC = EventCodec.of(DevicesSeen.class);

    private final Settings settings;
    private final References references;
    private final DetectionMeters meters;
    private final Map<String, CheckpointWatch> watches = new HashMap<>();
    private final Map<String, CheckpointStatus> told = new HashMap<>();
    private final Set<String> unwritten = new HashSet<>();
    private final Observation observation = new Observation();
    private @Nullable Stores stores;
    private boolean resumed;

    private record Stores(
            KeyValueStore<String, byte[]> watches,
            KeyValueStore<String, Long> readUpTo,
            References.DeviceViews devices) {}

    /**
     * How often, and by whose calendar.
     *
     * @param zone whose calendar a calibration is due by
     */
    record Settings(Duration tellEvery, Duration judgeEvery, Duration rememberEvery, ZoneId zone) {
        static Settings of(DeviceHealthConfig config) {
            return new Settings(config.tellEvery(), config.judgeEvery(), config.rememberEvery(), config.zone());
        }
    }

    DeviceWatchProcessor(Settings settings, References references, DetectionMeters meters) {
        this.settings = settings;
        this.references = references;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        var opened = new Stores(
                context.getStateStore(DetectionTopology.WATCHES),
                context.getStateStore(DetectionTopology.READ_UP_TO),
                references.deviceViews(context));
        stores = opened;
        context.schedule(settings.judgeEvery(), PunctuationType.WALL_CLOCK_TIME, now -> judge(opened));
        context.schedule(settings.rememberEvery(), PunctuationType.WALL_CLOCK_TIME, now -> writeDown(opened));
    }

    @Override
    public void process(Record<String, byte[]> message) {
        var opened = Objects.requireNonNull(stores, "initialised");
        resume(opened);
        DevicesSeen seen = decoded(message.value());
        if (seen == null) {
            meters.countDeadLetter(Topic.Name.DEVICE_MINUTES);
            context().forward(ScreeningProcessor.marked(context(), message), DetectionTopology.SEEN_DEAD_LETTERS);
            return;
        }
        String checkpoint = seen.getCheckpointId();
        String area = seen.getAreaCode();
        if (checkpoint == null || area == null) {
            observation.told(
                    seen.getSource(),
                    seen.getReadUpTo(),
                    seen.getHeardAt(),
                    opened.devices().limits(seen.getHeardAt()).unheard());
            opened.readUpTo().put(seen.getSource(), seen.getReadUpTo().toEpochMilli());
            return;
        }
        watches.computeIfAbsent(checkpoint, id -> new CheckpointWatch(id, area))
                .take(area, seen.getDevices().stream().map(SeenEvents::seen).toList());
        unwritten.add(checkpoint);
    }

    /** What another instance had found is told again, as what it said last may not have got through. */
    private void resume(Stores opened) {
        if (resumed) {
            return;
        }
        resumed = true;
        try (KeyValueIterator<String, Long> all = opened.readUpTo().all()) {
            all.forEachRemaining(entry -> observation.expect(entry.key, Instant.ofEpochMilli(entry.value)));
        }
        try (KeyValueIterator<String, byte[]> all = opened.watches().all()) {
            all.forEachRemaining(entry -> watches.put(entry.key, WatchStates.read(entry.key, entry.value)));
        }
        if (!observation.now().equals(Instant.MIN)) {
            watches.values().forEach(watch -> watch.retold(observation.now()).forEach(this::tell));
        }
    }

    private void judge(Stores opened) {
        resume(opened);
        Instant now = observation.now();
        if (now.equals(Instant.MIN)) {
            return;
        }
        DeviceLimits limits = opened.devices().limits(now);
        for (Map.Entry<String, CheckpointWatch> each : watches.entrySet()) {
            CheckpointWatch watch = each.getValue();
            List<HealthChange> changes =
                    watch.judge(limits, settings.zone(), observation, opened.devices()::registration);
            changes.forEach(this::tell);
            CheckpointStatus status = watch.status(now);
            if (!status.saysTheSameAs(told.get(each.getKey()))) {
                context().forward(HealthEvents.record(status), DetectionTopology.CHECKPOINT_STATUS);
                told.put(each.getKey(), status);
            }
            if (!changes.isEmpty()) {
                opened.watches().put(each.getKey(), WatchStates.write(watch));
                unwritten.remove(each.getKey());
            }
        }
    }

    private void tell(HealthChange change) {
        context().forward(HealthEvents.record(change), DetectionTopology.DEVICE_HEALTH);
    }

    private void writeDown(Stores opened) {
        for (String checkpoint : unwritten) {
            CheckpointWatch watch = watches.get(checkpoint);
            if (watch != null) {
                opened.watches().put(checkpoint, WatchStates.write(watch));
            }
        }
        unwritten.clear();
    }

    private static @Nullable DevicesSeen decoded(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : CODEC.decode(bytes);
        } catch (UnreadableEvent e) {
            return null;
        }
    }
}
