package io.feverline.registry.checkpoint;

/** Whether who passes a checkpoint comes into the county that it is in, or leaves it. */
public enum Direction {
    ENTRY,
    EXIT,
    /** Either, or neither. */
    BOTH
}
