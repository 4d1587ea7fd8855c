package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What a service tells of itself, and what the operating system tells of it. */
record Meters(LocalSystem system, Service service) {
    private static final double KIBIBYTES = 1024;

    /** A meter's value, the sum over its tags; NaN when there is none. */
    double value(String name) {
        return RestAssured.get(system.url(service).resolve("/q/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    /** Resident memory, MiB. */
    double residentMebibytes() {
        return Long.parseLong(output("ps", "-o", "rss=", "-p", pid()).get(0).strip()) / KIBIBYTES;
    }

    /** What a full collection leaves of the heap, MiB. It is done for that. */
    double liveMebibytes() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var total = output(jcmd, pid(), "GC.class_histogram").stream()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.split("\\s+", -1)[2]) / KIBIBYTES / KIBIBYTES;
    }

    private String pid() {
        return Long.toString(system.service(service).pid());
    }

    private static List<String> output(String... command) {
        try {
            return new ProcessBuilder(command)
                    .start()
                    .inputReader(StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
