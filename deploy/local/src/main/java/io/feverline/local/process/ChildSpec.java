package io.feverline.local.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How a child is started.
 *
 * @param name what people call it
 * @param tier when it is stopped
 * @param command the program and its arguments
 * @param folder its working directory
 * @param log where its output goes, appended
 * @param stopSignal what asks it to end, a name that {@code kill -s} takes
 */
public record ChildSpec(String name, Tier tier, List<String> command, Path folder, Path log, String stopSignal) {
    /** One that ends on SIGTERM, as most do. */
    public ChildSpec(String name, Tier tier, List<String> command, Path folder, Path log) {
        this(name, tier, command, folder, log, "TERM");
    }
}
