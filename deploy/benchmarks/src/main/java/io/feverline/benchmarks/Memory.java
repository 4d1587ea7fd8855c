package io.feverline.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Memory of processes, as the operating system counts it. */
public final class Memory {
    private Memory() {}

    /** Resident memory of all together, MiB; pages that they share count for each. */
    public static double residentMebibytes(Stream<ProcessHandle> processes) throws IOException {
        String ids = processes.map(process -> Long.toString(process.pid())).collect(Collectors.joining(","));
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", ids).start();
        List<String> kibibytes = ps.inputReader().lines().toList();
        return kibibytes.stream()
                        .mapToLong(line -> Long.parseLong(line.strip()))
                        .sum()
                / 1024.0;
    }
}
