package io.feverline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** A system that {@code deploy/up} runs, without simulator, on a data folder of its own. */
final class RunningSystem implements AutoCloseable {
    private final Path home;
    private final int portBase;
    private final Path data;
    private final Process launcher;
    private final Duration startTime;

    private RunningSystem(Path home, int portBase, Path data, Process launcher, Duration startTime) {
        this.home = home;
        this.portBase = portBase;
        this.data = data;
        this.launcher = launcher;
        this.startTime = startTime;
    }

    /** Starts it and waits until it says that it is ready. */
    static RunningSystem start(Path home, int portBase) throws IOException {
        Path data = Files.createTempDirectory("feverline-benchmark-");
        long begin = System.nanoTime();
        Process launcher = new ProcessBuilder(
                        home.resolve("deploy/up").toString(),
                        "--no-simulator",
                        "--port-base=" + portBase,
                        "--data=" + data)
                .redirectErrorStream(true)
                .start();
        BufferedReader said = launcher.inputReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith("✔")) {
                Duration startTime = Duration.ofNanos(System.nanoTime() - begin);
                return new RunningSystem(home, portBase, data, launcher, startTime);
            }
        }
        throw new IOException("deploy/up did not become ready:\n" + all);
    }

    /** From the command to "ready". */
    Duration startTime() {
        return startTime;
    }

    URI ingest() {
        return URI.create("http://localhost:" + portBase);
    }

    URI alerts() {
        return URI.create("http://localhost:" + (portBase + 1));
    }

    Path simulatorJar() {
        return home.resolve("deploy/simulator/target/simulator.jar");
    }

    /** The demo county's devices with their keys. */
    Path devices() {
        return data.resolve("devices.json");
    }

    /** A file of ours, which goes with the data. */
    Path file(String name) {
        return data.resolve(name);
    }

    /** A duty officer's access token. */
    String token() throws IOException {
        Process process = new ProcessBuilder(
                        home.resolve("deploy/token").toString(), "duty-officer", "--port-base", "" + portBase)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /**
     * Resident memory of the launcher and all its descendants; pages that PostgreSQL's processes share count for each.
     */
    double residentMebibytes() throws IOException {
        return Memory.residentMebibytes(Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants()));
    }

    @Override
    public void close() {
        launcher.destroy();
        launcher.onExit().join();
        try (Stream<Path> all = Files.walk(data)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
