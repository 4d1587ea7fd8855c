package io.feverline.registry.rest;

import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.events.csv.Cells;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checkpoints as CSV. */
final class CheckpointCsv {
    static final List<String> COLUMNS =
            List.of("id", "name", "kind", "area_code", "direction", "latitude", "longitude");

    static final Imports.Form<NewCheckpoint, Checkpoint> FORM =
            new Imports.Form<>(COLUMNS, CheckpointCsv::body, NewCheckpoint::toCheckpoint);

    private CheckpointCsv() {}

    private static NewCheckpoint body(Cells row) {
        return new NewCheckpoint(
                row.needed("id"),
                row.needed("name"),
                row.needed("kind"),
                row.needed("area_code"),
                row.text("direction"),
                row.decimal("latitude"),
                row.decimal("longitude"));
    }

    static List<@Nullable Object> cells(Checkpoint checkpoint) {
        return Arrays.asList(
                checkpoint.id(),
                checkpoint.name(),
                Names.of(checkpoint.kind()),
                checkpoint.areaCode(),
                Names.of(checkpoint.direction()),
                Degrees.latitude(checkpoint.position()),
                Degrees.longitude(checkpoint.position()));
    }
}
