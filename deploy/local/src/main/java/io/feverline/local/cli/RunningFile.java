package io.feverline.local.cli;

import io.feverline.local.Home;
import io.feverline.local.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the other scripts which system runs: {@code .feverline/port-base} holds its first port.
 *
 * @param file that file
 * @param portBase what it says
 */
record RunningFile(Path file, String portBase) {
    static RunningFile of(LocalSystem system) {
        return new RunningFile(
                Home.find().state().resolve("port-base"),
                Integer.toString(system.ports().base()));
    }

    void write() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, portBase + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it, unless another system has written its own meanwhile. */
    void remove() {
        try {
            if (Files.exists(file) && Files.readString(file).strip().equals(portBase)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
