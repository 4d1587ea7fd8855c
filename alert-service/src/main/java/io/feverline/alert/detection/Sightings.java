package io.feverline.alert.detection;

import io.feverline.alert.device.Slot;
import io.feverline.alert.device.Temperatures;
import io.feverline.alert.episode.Screened;
import io.feverline.alert.rule.Verdict;
import io.feverline.alert.state.DeviceSeen;
import io.feverline.alert.state.DevicesSeen;
import io.feverline.alert.state.SlotFacts;
import io.feverline.ingest.events.DeviceHeartbeat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one partition has seen of devices since it last told. In memory alone: of a task that is killed a few seconds
 * are not told, or told twice. No rate, median or silence turns on that; the readings themselves are counted
 * elsewhere.
 */
final class Sightings {
    private final Map<String, AtCheckpoint> checkpoints = new HashMap<>();
    private @Nullable Instant lastHeardAt;

    private static final class AtCheckpoint {
        private final Map<String, OfDevice> devices = new HashMap<>();
        private String areaCode = "";
    }

    private static final class OfDevice {
        private final Map<Instant, Minute> minutes = new TreeMap<>();
        private Instant firstHeardAt = Instant.MAX;
        private Instant lastHeardAt = Instant.MIN;
        private @Nullable Instant lastReadingAt;
        private @Nullable String bootId;
        private @Nullable Long clockAhead;
        private @Nullable Long readingsAhead;

        private DeviceSeen facts(String deviceId) {
            return new DeviceSeen(
                    deviceId,
                    firstHeardAt,
                    lastHeardAt,
                    lastReadingAt,
                    bootId,
                    clockAhead,
                    readingsAhead,
                    minutes.entrySet().stream()
                            .map(each -> each.getValue().facts(each.getKey()))
                            .toList());
        }
    }

    private static final class Minute {
        private final Map<Integer, Integer> steps = new TreeMap<>();
        private int readings;
        private int fevers;
        private int lowest = Slot.EMPTY.lowest();
        private int highest = Slot.EMPTY.highest();

        private SlotFacts facts(Instant start) {
            boolean measured = lowest <= highest;
            return new SlotFacts(
                    start,
                    readings,
                    fevers,
                    measured ? lowest : null,
                    measured ? highest : null,
                    new ArrayList<>(steps.keySet()),
                    new ArrayList<>(steps.values()));
        }
    }

    /** @param live not from a backlog, of which it is only known that its device is alive */
    void note(Screened reading, boolean live) {
        OfDevice device = heard(reading.checkpointId(), reading.areaCode(), reading.deviceId(), reading.receivedAt());
        if (!live) {
            return;
        }
        Instant measuredAt = reading.measuredAt();
        Instant receivedAt = reading.receivedAt();
        if (device.lastReadingAt == null || receivedAt.isAfter(device.lastReadingAt)) {
            device.lastReadingAt = receivedAt;
        }
        long ahead = ChronoUnit.MILLIS.between(receivedAt, measuredAt);
        if (device.readingsAhead == null || ahead > device.readingsAhead) {
            device.readingsAhead = ahead;
        }
        Minute minute = device.minutes.computeIfAbsent(
                (ahead > 0 ? receivedAt : measuredAt).truncatedTo(ChronoUnit.MINUTES), start -> new Minute());
        minute.readings++;
        if (reading.verdict().kind() == Verdict.Kind.FEVER) {
            minute.fevers++;
        }
        // Whoever is rechecked was warm: a device that takes rechecks alone would seem to drift.
        if (reading.recheckOf() == null) {
            int temperature = reading.verdict().temperature();
            minute.lowest = Math.min(minute.lowest, temperature);
            minute.highest = Math.max(minute.highest, temperature);
            minute.steps.merge(Temperatures.stepOf(temperature), 1, Integer::sum);
        }
    }

    void note(DeviceHeartbeat heartbeat) {
        OfDevice device = heard(
                heartbeat.getCheckpointId(),
                heartbeat.getAreaCode(),
                heartbeat.getDeviceId(),
                heartbeat.getReceivedAt());
        device.clockAhead = heartbeat.getClockSkew();
        if (heartbeat.getBootId() != null) {
            device.bootId = heartbeat.getBootId();
        }
    }

    private OfDevice heard(String checkpointId, String areaCode, String deviceId, Instant receivedAt) {
        if (lastHeardAt == null || receivedAt.isAfter(lastHeardAt)) {
            lastHeardAt = receivedAt;
        }
        AtCheckpoint checkpoint = checkpoints.computeIfAbsent(checkpointId, id -> new AtCheckpoint());
        checkpoint.areaCode = areaCode;
        OfDevice device = checkpoint.devices.computeIfAbsent(deviceId, id -> new OfDevice());
        if (receivedAt.isBefore(device.firstHeardAt)) {
            device.firstHeardAt = receivedAt;
        }
        if (receivedAt.isAfter(device.lastHeardAt)) {
            device.lastHeardAt = receivedAt;
        }
        return device;
    }

    /** When the door received the last of what was ever noted; null before the first. */
    @Nullable
    Instant lastHeardAt() {
        return lastHeardAt;
    }

    /** What was noted since this was last asked, a record for each checkpoint. */
    List<DevicesSeen> drain(String source) {
        if (checkpoints.isEmpty() || lastHeardAt == null) {
            return List.of();
        }
        List<DevicesSeen> seen = new ArrayList<>(checkpoints.size());
        for (Map.Entry<String, AtCheckpoint> each : checkpoints.entrySet()) {
            seen.add(new DevicesSeen(
                    source,
                    lastHeardAt,
                    lastHeardAt,
                    each.getKey(),
                    each.getValue().areaCode,
                    each.getValue().devices.entrySet().stream()
                            .map(device -> device.getValue().facts(device.getKey()))
                            .toList()));
        }
        checkpoints.clear();
        return seen;
    }
}
