package io.feverline.registry.checkpoint;

/** What a checkpoint stands at. A bus moves; the others do not. */
public enum CheckpointKind {
    HIGHWAY_EXIT,
    BUS_STATION,
    BUS,
    CORRIDOR,
    RAILWAY_STATION,
    VENUE,
    OTHER
}
