package io.feverline.registry.keyregion;

import io.feverline.registry.outbox.OutboxEntry;

/** Tells other services of key regions. */
public interface KeyRegionEvents {
    /** The event that tells of a key region as it is listed now. */
    OutboxEntry listed(KeyRegion region);
}
