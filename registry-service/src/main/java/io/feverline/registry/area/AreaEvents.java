package io.feverline.registry.area;

import io.feverline.registry.outbox.OutboxEntry;

/** Tells other services of areas. */
public interface AreaEvents {
    /** The event that tells of an area as it is in this version. */
    OutboxEntry registered(Area area, long version);
}
