package io.feverline.alert.dashboard;

import io.feverline.alert.device.Checkpoint;
import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.rest.CheckpointStatusJson;
import io.feverline.look.SchematicMap;
import io.feverline.look.SchematicMap.Place;
import io.feverline.look.SchematicMap.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint in the list.
 *
 * @param registered null when it is not registered, or not yet known to be
 * @param status null as long as none of its devices was heard
 */
record CheckpointRow(
        String id,
        @Nullable Checkpoint registered,
        @Nullable CheckpointStatusJson status) {
    /** How one can stand, as a style sheet names it; the worst first. */
    static final List<String> LOOKS = List.of("high", "moderate", "well", "unheard");

    /** Rows of a part of the list. */
    static final int PART = 25;

    private static final String SILENT = "silent";

    /** All of them, by how they are called. */
    static List<CheckpointRow> of(List<CheckpointStatus> statuses, Map<String, Checkpoint> registered) {
        var unheard = new HashMap<>(registered);
        List<CheckpointRow> rows = new ArrayList<>();
        for (CheckpointStatus status : statuses) {
            String id = status.checkpointId();
            rows.add(new CheckpointRow(id, unheard.remove(id), CheckpointStatusJson.of(status)));
        }
        unheard.forEach((id, checkpoint) -> rows.add(new CheckpointRow(id, checkpoint, null)));
        rows.sort(Comparator.comparing(CheckpointRow::name).thenComparing(CheckpointRow::id));
        return rows;
    }

    /** In parts, of which a browser lays out those that are seen. */
    static List<List<CheckpointRow>> parts(List<CheckpointRow> rows) {
        return IntStream.iterate(0, from -> from < rows.size(), from -> from + PART)
                .mapToObj(from -> rows.subList(from, Math.min(from + PART, rows.size())))
                .toList();
    }

    /** Where they are, those of which that is known. */
    static SchematicMap map(List<CheckpointRow> rows, DutyWords words) {
        return SchematicMap.of(rows.stream().flatMap(row -> row.place(words)).toList(), List.of());
    }

    private Stream<Place> place(DutyWords words) {
        if (registered == null || registered.latitude() == null || registered.longitude() == null) {
            return Stream.empty();
        }
        var position = new Position(registered.latitude(), registered.longitude());
        return Stream.of(new Place(position, name(), title(words), look(), "#" + anchor()));
    }

    private String title(DutyWords words) {
        String title = name() + " · " + words.checkpointState(look());
        return status == null ? title : title + " · " + words.perMinute() + " " + status.perMinute();
    }

    /** How it is called, by its id as long as nothing else is known. */
    public String name() {
        return registered == null ? id : registered.name();
    }

    public String areaCode() {
        return status != null ? status.areaCode() : registered == null ? "" : registered.areaCode();
    }

    /** What its row is called on the page. */
    public String anchor() {
        return "checkpoint-" + id;
    }

    /** How it stands, as a style sheet names it. */
    public String look() {
        if (status == null) {
            return "unheard";
        }
        var findings = status.devices().stream()
                .flatMap(device -> device.findings().stream())
                .toList();
        return findings.isEmpty() ? "well" : findings.contains(SILENT) ? "high" : "moderate";
    }
}
