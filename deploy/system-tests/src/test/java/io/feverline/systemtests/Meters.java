package io.feverline.systemtests;

import io.feverline.local.LocalSystem;
import io.feverline.local.Service;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

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
        try {
            var pid = Long.toString(system.service(service).pid());
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pid).start();
            return Long.parseLong(
                            ps.inputReader(StandardCharsets.US_ASCII).readLine().strip())
                    / KIBIBYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
