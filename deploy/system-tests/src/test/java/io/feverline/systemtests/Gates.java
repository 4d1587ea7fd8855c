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

/** Gates of a test's own at a checkpoint of its own: their readings are told from all others. */
record Gates(LocalSystem system, List<Api.Gate> all, Path file) {
    /** Where nobody is measured: the door refuses whatever a gate sends that claims to measure there. */
    static final String NOWHERE = "elbow";

    /** New ones that the door knows, a gate for each site that is given. */
    static Gates at(String checkpointName, LocalSystem system, String... sites) {
        var api = new Api(system);
        var checkpoint = api.newCheckpoint(checkpointName);
        List<Api.Gate> gates = new ArrayList<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String site : sites) {
            var gate = api.newDevice(checkpoint);
            gates.add(gate);
            lines.add(Map.of("deviceId", gate.deviceId(), "key", gate.key(), "checkpointId", checkpoint, "site", site));
        }
        try {
            var file = Files.createTempFile(system.data().path(), "gates", ".json");
            return new Gates(
                    system, List.copyOf(gates), Files.write(file, new ObjectMapper().writeValueAsBytes(lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> ids() {
        return all.stream().map(Api.Gate::deviceId).toList();
    }

    /** The passages of their readings, each as often as it is there. */
    List<UUID> stored() {
        return new Databases(system)
                        .column(Database.REGISTRY, "select reading_id from passage where device_id = any(?)", (Object)
                                ids().toArray(String[]::new))
                        .stream()
                        .map(UUID::fromString)
                        .toList();
    }
}
