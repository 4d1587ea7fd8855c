package io.feverline.alert.detection;

import io.feverline.alert.device.CheckpointWatch;
import io.feverline.alert.device.CheckpointWatch.Watched;
import io.feverline.alert.device.DeviceRecord;
import io.feverline.alert.device.Finding;
import io.feverline.alert.device.Rhythm;
import io.feverline.alert.device.Slot;
import io.feverline.alert.device.Standing;
import io.feverline.alert.state.DeviceState;
import io.feverline.alert.state.RememberedSlot;
import io.feverline.alert.state.StandingState;
import io.feverline.alert.state.WatchState;
import io.feverline.events.EventCodec;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What is remembered of a checkpoint's devices, as bytes in the store; what another release wrote is read too. */
final class WatchStates {
    private static final EventCodec<WatchState> CODEC = EventCodec.of(WatchState.class);

    private WatchStates() {}

    static byte[] write(CheckpointWatch watch) {
        return CODEC.encode(new WatchState(
                watch.areaCode(),
                watch.devices().entrySet().stream()
                        .map(each -> state(each.getKey(), each.getValue()))
                        .toList()));
    }

    private static DeviceState state(String deviceId, Watched watched) {
        DeviceRecord device = watched.device();
        return new DeviceState(
                deviceId,
                device.heardAt(),
                device.readAt(),
                device.rhythm().newest(),
                ByteBuffer.wrap(device.rhythm().heard().toByteArray()),
                device.bootId(),
                device.bootedAt(),
                device.clockAhead(),
                device.readingsAhead(),
                device.slots().entrySet().stream()
                        .map(each -> state(each.getKey(), each.getValue()))
                        .toList(),
                watched.standings().entrySet().stream()
                        .map(each -> state(each.getKey(), each.getValue()))
                        .toList());
    }

    private static RememberedSlot state(Instant start, Slot slot) {
        boolean measured = slot.lowest() <= slot.highest();
        return new RememberedSlot(
                start,
                slot.readings(),
                slot.fevers(),
                measured ? slot.lowest() : null,
                measured ? slot.highest() : null,
                new ArrayList<>(slot.temperatures().counts().keySet()),
                new ArrayList<>(slot.temperatures().counts().values()));
    }

    private static StandingState state(Finding finding, Standing standing) {
        return new StandingState(
                finding.name(),
                standing.suspectedAt(),
                standing.since(),
                standing.until(),
                standing.value(),
                standing.limit());
    }

    static CheckpointWatch read(String checkpointId, byte[] bytes) {
        WatchState state = CODEC.decode(bytes);
        var watch = new CheckpointWatch(checkpointId, state.getAreaCode());
        state.getDevices()
                .forEach(
                        device -> watch.remember(device.getDeviceId(), new Watched(device(device), standings(device))));
        return watch;
    }

    private static DeviceRecord device(DeviceState state) {
        var slots = new TreeMap<Instant, Slot>();
        for (RememberedSlot slot : state.getSlots()) {
            slots.put(
                    slot.getStart(),
                    SeenEvents.slot(
                            slot.getReadings(),
                            slot.getFevers(),
                            slot.getLowest(),
                            slot.getHighest(),
                            slot.getSteps(),
                            slot.getCounts()));
        }
        var heard = new byte[state.getRhythm().remaining()];
        state.getRhythm().duplicate().get(heard);
        return new DeviceRecord(
                state.getHeardAt(),
                state.getReadAt(),
                new Rhythm(state.getRhythmMinute(), new BigInteger(heard)),
                state.getBootId(),
                state.getBootedAt(),
                state.getClockAhead(),
                state.getReadingsAhead(),
                slots);
    }

    private static Map<Finding, Standing> standings(DeviceState state) {
        var standings = new EnumMap<Finding, Standing>(Finding.class);
        for (StandingState standing : state.getStandings()) {
            standings.put(
                    Finding.valueOf(standing.getFinding()),
                    new Standing(
                            standing.getSuspectedAt(),
                            standing.getSince(),
                            standing.getUntil(),
                            standing.getValue(),
                            standing.getLimit()));
        }
        return standings;
    }
}
