package io.feverline.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.LocalProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Loads Shangli county; what is there already stays as it is. */
public final class DemoCounty {
    private final RegistryClient registry;
    private final Path keyFile;

    /** With the file that keeps the devices' keys. */
    public DemoCounty(RegistryClient registry, Path keyFile) {
        this.registry = registry;
        this.keyFile = keyFile;
    }

    /**
     * Loads it.
     *
     * @throws LocalProblem if the registry refuses anything
     */
    public void load() {
        registry.importAreas(new String(resource("shangli-areas.csv"), UTF_8));
        Map<String, KeyedDevice> keyed = new LinkedHashMap<>();
        KeyedDevice.read(keyFile).forEach(device -> keyed.put(device.deviceId(), device));
        for (DemoCheckpoint checkpoint : checkpoints()) {
            registry.register("/v1/checkpoints", checkpoint.registration());
            for (DemoDevice device : checkpoint.devices()) {
                if (!keyed.containsKey(device.id())) {
                    keyed.put(device.id(), register(checkpoint.id(), device));
                    // At once: the registry shows a key only now.
                    KeyedDevice.write(keyFile, keyed.values());
                }
            }
        }
    }

    private KeyedDevice register(String checkpointId, DemoDevice device) {
        return registry.register("/v1/devices", device.registration(checkpointId))
                .map(answer -> device.keyed(checkpointId, answer.required("key").textValue()))
                .orElseThrow(() -> new LocalProblem(
                        "设备 %s 已登记，但其密钥不在 %s：请换一个空的 --data 目录。 Device %s is registered but its key is not in %s: use an empty --data folder."
                                .formatted(device.id(), keyFile, device.id(), keyFile)));
    }

    static List<DemoCheckpoint> checkpoints() {
        try {
            return new ObjectMapper().readValue(resource("shangli-checkpoints.json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(DemoCounty.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
