package io.feverline.registry.checkpoint;

import io.feverline.registry.outbox.OutboxEntry;

/** Tells other services of checkpoints. */
public interface CheckpointEvents {
    /** The event that tells of a checkpoint as it is now. */
    OutboxEntry registered(Checkpoint checkpoint);
}
