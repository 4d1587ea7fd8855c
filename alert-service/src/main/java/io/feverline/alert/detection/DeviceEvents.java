package io.feverline.alert.detection;

import io.feverline.alert.device.Registration;
import io.feverline.events.EventCodec;
import io.feverline.registry.events.DeviceRegistered;
import io.feverline.registry.events.DeviceSequenceChanged;

/** Devices as registry-service tells of them. */
final class DeviceEvents {
    private static final EventCodec<DeviceRegistered> REGISTERED = EventCodec.of(DeviceRegistered.class);
    private static final EventCodec<DeviceSequenceChanged> SEQUENCE = EventCodec.of(DeviceSequenceChanged.class);

    private DeviceEvents() {}

    /** How many of a device's numbered readings have not arrived. */
    record Missing(String deviceId, long numbers) {}

    static Registration registration(byte[] bytes) {
        DeviceRegistered event = REGISTERED.decode(bytes);
        return new Registration(
                event.getDeviceId(),
                event.getCheckpointId(),
                event.getAreaCode(),
                event.getKeyHashes().isEmpty(),
                event.getCalibrationDue(),
                0);
    }

    static Missing missing(byte[] bytes) {
        DeviceSequenceChanged event = SEQUENCE.decode(bytes);
        return new Missing(event.getDeviceId(), event.getMissing());
    }
}
