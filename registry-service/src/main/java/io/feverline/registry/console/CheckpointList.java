package io.feverline.registry.console;

import io.feverline.look.SchematicMap;
import io.feverline.registry.Page;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.CheckpointKind;
import io.feverline.registry.checkpoint.Direction;
import io.feverline.registry.checkpoint.Position;
import io.feverline.registry.rest.IdCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of checkpoints in order of their areas.
 *
 * @param names what areas are called, by their codes
 * @param cursor where it starts; null for the first
 */
record CheckpointList(
        Page<Checkpoint, Checkpoint> page,
        Map<String, String> names,
        @Nullable String cursor) {
    /** The checkpoints of one area. */
    record Group(String code, String name, List<Checkpoint> checkpoints) {}

    /** The place after which a page starts. */
    record Start(String areaCode, String id) {
        /** The place that a page gave; before all of them when it gave none. */
        static Start parse(@Nullable String cursor) {
            String[] parts = IdCursor.parse(cursor).split(" ", 2);
            return parts.length == 2 ? new Start(parts[0], parts[1]) : new Start("", "");
        }
    }

    /** The codes of areas that are shown. */
    static Set<String> codes(List<Checkpoint> checkpoints) {
        return checkpoints.stream().map(Checkpoint::areaCode).collect(Collectors.toSet());
    }

    public List<Group> groups() {
        return page.items().stream()
                .collect(Collectors.groupingBy(Checkpoint::areaCode, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(area ->
                        new Group(area.getKey(), names.getOrDefault(area.getKey(), area.getKey()), area.getValue()))
                .toList();
    }

    /** Whether it is known where any of them is. */
    public boolean isMapped() {
        return page.items().stream().anyMatch(checkpoint -> checkpoint.position() != null);
    }

    /** Those of which it is known where they are. */
    public SchematicMap map() {
        List<SchematicMap.Place> places = new ArrayList<>();
        for (Checkpoint checkpoint : page.items()) {
            Position position = checkpoint.position();
            if (position != null) {
                places.add(new SchematicMap.Place(
                        new SchematicMap.Position(position.latitude(), position.longitude()),
                        checkpoint.name(),
                        checkpoint.name(),
                        "well",
                        "/console/checkpoints/" + checkpoint.id()));
            }
        }
        return SchematicMap.of(places, List.of());
    }

    /** The page after this; null on the last. */
    @Nullable
    public String next() {
        Checkpoint last = page.next();
        return last == null ? null : IdCursor.text(last.areaCode() + " " + last.id());
    }

    public List<CheckpointKind> kinds() {
        return List.of(CheckpointKind.values());
    }

    public List<Direction> directions() {
        return List.of(Direction.values());
    }
}
