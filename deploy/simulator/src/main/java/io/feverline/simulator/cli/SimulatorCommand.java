package io.feverline.simulator.cli;

import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options and what follows from them. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        version = "Feverline simulator",
        sortOptions = false,
        description = "A seeded fleet of thermometer gateways that post readings over HTTP, whatever the answers are.",
        footer = {
            "",
            "Unanswered readings stay in the queue folder; the next run with the same ledger sends them first.",
            "Exit code: 0 the run ended, 1 it broke, 2 wrong options."
        })
final class SimulatorCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--ingest", required = true, paramLabel = "URL", description = "Address of checkpoint-ingest.")
    @Nullable
    URI ingest;

    @Option(
            names = "--devices",
            required = true,
            paramLabel = "FILE",
            description = "JSON array of {deviceId, key, checkpointId, site, mode, offset}; offset in °C, default 0.")
    @Nullable
    Path devices;

    @Option(
            names = "--ledger",
            required = true,
            paramLabel = "FILE",
            description = "CSV file that gets one line per reading: id, sentAt, outcome (ok, rejected, unknown), …")
    @Nullable
    Path ledger;

    @Option(
            names = "--queue",
            paramLabel = "DIR",
            description = "Folder of the gateways' queues. Default: the ledger's name with .queue after it.")
    @Nullable
    Path queue;

    @Option(
            names = "--rate",
            defaultValue = "10",
            converter = Values.Rate.class,
            paramLabel = "N/s",
            description = "Readings per second. Default: ${DEFAULT-VALUE}.")
    double rate;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long, such as 90s or 5m. Default: until stopped; a replay: as --rate asks.")
    @Nullable
    Duration length;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The same seed, the same people at the same gates. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--run",
            paramLabel = "LABEL",
            description = "Same seed and label: the same reading ids. Default: the time of the start.")
    @Nullable
    String run;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "People of a face-oral-temp-data file (FLIR_group1.csv) instead of generated ones.")
    @Nullable
    Path replay;

    @Option(
            names = "--arrivals",
            paramLabel = "FILE",
            description = "Hourly traffic the replay follows. Default: ../arrivals/metro_i94_hourly.csv beside it.")
    @Nullable
    Path arrivals;

    @Option(
            names = "--prevalence",
            defaultValue = "0.01",
            converter = Values.Share.class,
            paramLabel = "SHARE",
            description = "Share of generated people with a fever. Default: ${DEFAULT-VALUE}.")
    double prevalence;

    @Option(
            names = "--documents",
            defaultValue = "0.6",
            converter = Values.Share.class,
            paramLabel = "SHARE",
            description = "Share of generated people who show papers. Default: ${DEFAULT-VALUE}.")
    double documents;

    @Option(
            names = "--progress",
            defaultValue = "5s",
            paramLabel = "TIME",
            description = "Between two progress lines. Default: ${DEFAULT-VALUE}.")
    Duration progress = Duration.ofSeconds(5);

    @Option(
            names = "--drain",
            defaultValue = "60s",
            paramLabel = "TIME",
            description = "Longest wait for the last answers. Default: ${DEFAULT-VALUE}.")
    Duration drain = Duration.ofSeconds(60);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path ledgerFile = given(ledger);
        List<Device> fleet = DeviceFile.read(given(devices));
        String label = run == null ? Instant.now().toString() : run;
        Source source = new Sources(fleet, rate, length, seed, label).of(replay, arrivals, prevalence, documents);
        Path queues = queue == null ? Path.of(ledgerFile + ".queue") : queue;
        PrintWriter out = given(spec).commandLine().getOut();
        return new Run(given(ingest), fleet, queues, ledgerFile, seed, label, progress, drain, out).of(source);
    }

    /** picocli has refused the command line when a required option is missing. */
    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("called without picocli");
        }
        return value;
    }
}
