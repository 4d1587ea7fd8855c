package io.feverline.simulator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.feverline.simulator.plan.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the registered devices with their keys. */
final class DeviceFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DeviceFile() {}

    /**
     * Reads the list.
     *
     * @throws IOException when the file is missing, no device list, or empty; the message shows no key
     */
    static List<Device> read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("no readable file " + file + "; --devices wants the registered devices as JSON");
        }
        try {
            List<Device> devices = JSON.readValue(file.toFile(), new TypeReference<List<Device>>() {});
            if (devices.isEmpty()) {
                throw new IOException(file + " lists no device");
            }
            return devices;
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is no JSON array of devices, see --help; line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        }
    }
}
