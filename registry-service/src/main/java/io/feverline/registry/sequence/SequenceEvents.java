package io.feverline.registry.sequence;

import io.feverline.registry.outbox.OutboxEntry;

/** Tells other services of gaps and repetitions. */
public interface SequenceEvents {
    /** The event that tells of a device's sequences as they are now. */
    OutboxEntry changed(SequenceTotals totals);
}
