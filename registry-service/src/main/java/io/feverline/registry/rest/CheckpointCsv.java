package io.feverline.registry.rest;

import io.feverline.registry.bulk.Cells;
import io.feverline.registry.checkpoint.Checkpoint;
import java.util.List;

/** Checkpoints as CSV. */
final class CheckpointCsv {
    static final List<String> COLUMNS = List.of("id", "name", "kind", "area_code");

    static final Imports.Form<NewCheckpoint, Checkpoint> FORM =
            new Imports.Form<>(COLUMNS, CheckpointCsv::body, NewCheckpoint::toCheckpoint);

    private CheckpointCsv() {}

    private static NewCheckpoint body(Cells row) {
        return new NewCheckpoint(row.needed("id"), row.needed("name"), row.needed("kind"), row.needed("area_code"));
    }

    static List<Object> cells(Checkpoint checkpoint) {
        return List.of(checkpoint.id(), checkpoint.name(), Names.of(checkpoint.kind()), checkpoint.areaCode());
    }
}
