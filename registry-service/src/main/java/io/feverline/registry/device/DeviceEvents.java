package io.feverline.registry.device;

import io.feverline.registry.outbox.OutboxEntry;

/** Tells other services, above all the door, of devices. */
public interface DeviceEvents {
    /**
     * The event that tells of a device as it is now.
     *
     * @param areaCode its checkpoint's
     */
    OutboxEntry registered(Device device, String areaCode);
}
