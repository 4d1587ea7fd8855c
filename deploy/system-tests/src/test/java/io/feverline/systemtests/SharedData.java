package io.feverline.systemtests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Published data that lies beside the checkout and is no part of it. */
final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("feverline.data", "../../../shared/data"));

    private SharedData() {}

    /** A file of it; the test is skipped where it is not. */
    static Path file(String name) {
        var file = FOLDER.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isReadable(file), () -> "the shared data is not here: " + name + " (-Dfeverline.data=DIR)");
        return file;
    }
}
