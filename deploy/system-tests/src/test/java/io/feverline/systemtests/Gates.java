package io.feverline.systemtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.Database;
import io.feverline.local.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gates of a test's own, at checkpoints of its own: their readings are told from all others. */
record Gates(LocalSystem system, List<Api.Gate> all) {
    /** Where nobody is measured: the door refuses whatever a gate sends that claims to measure there. */
    static final String NOWHERE = "elbow";

    private static final int MOST_AT_A_CHECKPOINT = 50;

    /** New ones that the door knows, at as few checkpoints as have the quota for them. */
    static Gates at(String checkpointName, LocalSystem system, int count) {
        var api = new Api(system);
        var gates = new ArrayList<Api.Gate>();
        while (gates.size() < count) {
            gates.addAll(api.newDevices(
                    api.newCheckpoint(checkpointName), Math.min(MOST_AT_A_CHECKPOINT, count - gates.size())));
        }
        return new Gates(system, List.copyOf(gates));
    }

    /** As the simulator reads them, each with the site where it claims to measure. */
    Path file(String... sites) {
        var lines = new ArrayList<Map<String, String>>();
        for (int i = 0; i < sites.length; i++) {
            lines.add(
                    Map.of("deviceId", all.get(i).deviceId(), "key", all.get(i).key(), "site", sites[i]));
        }
        try {
            var file = Files.createTempFile(system.data().path(), "gates", ".json");
            return Files.write(file, new ObjectMapper().writeValueAsBytes(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ids() {
        return all.stream().map(Api.Gate::deviceId).toList();
    }

    /** The passages of their readings, each as often as it is there. */
    List<UUID> stored() {
        return column("select reading_id from passage where device_id = any(?)").stream()
                .map(UUID::fromString)
                .toList();
    }

    /** How many passages of their readings there are. */
    int storedCount() {
        return Integer.parseInt(
                column("select count(*) from passage where device_id = any(?)").get(0));
    }

    private List<String> column(String query) {
        return new Databases(system).column(Database.REGISTRY, query, (Object) ids().toArray(String[]::new));
    }
}
