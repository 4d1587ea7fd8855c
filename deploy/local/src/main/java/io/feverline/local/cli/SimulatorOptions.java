package io.feverline.local.cli;

import io.feverline.local.LocalProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator is to do.
 *
 * @param rate readings per second
 * @param replay real people's file; null for generated people
 * @param arrivals the traffic by whose hours they come; null for the file that lies beside theirs
 * @param length null for until the system stops
 */
record SimulatorOptions(
        double rate,
        @Nullable Path replay,
        @Nullable Path arrivals,
        @Nullable Duration length) {
    /** From the folder of the people's file. */
    private static final String BESIDE = "../../arrivals/metro_i94_hourly.csv";

    /** Refuses what the simulator would refuse half a minute later. */
    void check() {
        if (!(rate > 0 && rate <= 10_000)) {
            throw new LocalProblem("--rate 须大于 0 且不超过 10000。 --rate must be more than 0 and at most 10000.");
        }
        if (replay != null) {
            requireReadable(replay, "--replay");
            requireReadable(
                    arrivals == null ? replay.toAbsolutePath().resolve(BESIDE).normalize() : arrivals, "--arrivals");
        }
    }

    private static void requireReadable(Path file, String option) {
        if (!Files.isReadable(file)) {
            throw new LocalProblem("无法读取 %s：请用 %s 给出它的路径。 %s cannot be read: say with %s where it is."
                    .formatted(file, option, file, option));
        }
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--rate", Double.toString(rate)));
        if (replay != null) {
            arguments.addAll(List.of("--replay", replay.toAbsolutePath().toString()));
        }
        if (arrivals != null) {
            arguments.addAll(List.of("--arrivals", arrivals.toAbsolutePath().toString()));
        }
        if (length != null) {
            arguments.addAll(List.of("--for", length.toSeconds() + "s"));
        }
        return arguments;
    }
}
