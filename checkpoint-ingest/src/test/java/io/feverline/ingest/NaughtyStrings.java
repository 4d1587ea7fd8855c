package io.feverline.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Big List of Naughty Strings: what has broken other people's software as input. */
public final class NaughtyStrings {
    private static final Path LIST =
            Path.of(System.getProperty("feverline.data", "../../shared/data"), "naughty-strings/blns.json");

    private NaughtyStrings() {}

    /** All of them; the test is skipped where the list is missing. */
    public static List<String> all() throws IOException {
        assumeTrue(Files.exists(LIST), () -> LIST + " is missing");
        return new ObjectMapper().readValue(LIST.toFile(), new TypeReference<>() {});
    }
}
