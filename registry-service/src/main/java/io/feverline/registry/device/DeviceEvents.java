package io.feverline.registry.device;

import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.outbox.OutboxEntry;

/** Tells other services, above all the door, of devices. */
public interface DeviceEvents {
    /** The event that tells of a device as it is now. */
    OutboxEntry registered(Device device, Checkpoint checkpoint);
}
