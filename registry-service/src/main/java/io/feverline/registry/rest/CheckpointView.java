package io.feverline.registry.rest;

import io.feverline.registry.checkpoint.Checkpoint;

/** A checkpoint. */
public record CheckpointView(String id, String name, String kind, String areaCode, long version) {
    static CheckpointView of(Checkpoint checkpoint) {
        return new CheckpointView(
                checkpoint.id(),
                checkpoint.name(),
                Names.of(checkpoint.kind()),
                checkpoint.areaCode(),
                checkpoint.version());
    }
}
