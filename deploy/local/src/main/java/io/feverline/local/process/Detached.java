package io.feverline.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Commands that the terminal's Ctrl-C does not reach: it goes to the launcher alone, which then stops its children in
 * order. Both ways keep the process id.
 */
final class Detached {
    private static final boolean SETSID = Arrays.stream(
                    System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));

    private Detached() {}

    static List<String> command(String... command) {
        return command(List.of(command));
    }

    static List<String> command(List<String> command) {
        List<String> detached = new ArrayList<>(
                SETSID ? List.of("setsid") : List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "feverline"));
        detached.addAll(command);
        return detached;
    }
}
