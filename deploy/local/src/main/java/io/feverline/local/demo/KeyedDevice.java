package io.feverline.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.local.infra.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * A registered device with its key, as the simulator reads it.
 *
 * @param key what it signs in with; shown once by the registry, so kept here
 * @param offset °C
 */
public record KeyedDevice(
        String deviceId, String key, String checkpointId, String site, String mode, BigDecimal offset) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All in a file; none if it is not there. */
    public static List<KeyedDevice> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, Collection<KeyedDevice> devices) {
        try {
            SecretFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(devices));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "KeyedDevice[" + deviceId + "]";
    }
}
