package io.feverline.benchmarks;

import io.feverline.benchmarks.alert.AlertBenchmark;
import io.feverline.benchmarks.board.BoardBenchmark;
import io.feverline.benchmarks.door.DoorBenchmark;
import io.feverline.benchmarks.registry.RegistryBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where {@code deploy/benchmarks/run} starts. */
@Command(
        name = "deploy/benchmarks/run",
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true,
        subcommands = {DoorBenchmark.class, AlertBenchmark.class, RegistryBenchmark.class, BoardBenchmark.class},
        sortOptions = false,
        description = {
            "启动整个系统，测量启动时间、内存和从上报到警报的时间，并与限值相比。",
            "Starts the whole system, measures its start, its memory and the time from POST to alert, each against a limit."
        },
        exitCodeListHeading = "%n",
        exitCodeList = {
            "0:所有数值在限值内 every figure is within its limit",
            "1:有数值超限，或无法测量 one is not, or could not be measured"
        })
public final class Main implements Callable<Integer> {
    /** What deploy/up promises on two idle cores with everything built. */
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private static final double MEMORY_LIMIT_MIB = 1.8 * 1024;

    /**
     * The eye is shut for 100 to 150 ms in a blink (Schiffman, Sensation and Perception, 2001): what happens meanwhile
     * is at once.
     */
    private static final Duration BLINK = Duration.ofMillis(100);

    private static final Duration LONG_BLINK = Duration.ofMillis(150);

    /** Right after a start caches are cold and code is interpreted; a second is still soon. */
    private static final Duration COLD_LIMIT = Duration.ofSeconds(1);

    /** Readings per second of the first seconds, as {@code deploy/up}'s own simulator has them. */
    private static final int COLD_RATE = 10;

    private static final Duration COLD = Duration.ofSeconds(5);

    private static final Duration WARM_UP = Duration.ofSeconds(20);

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "每秒读数。 Readings per second. Default: ${DEFAULT-VALUE}.")
    int rate = 100;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "测量多少秒。 How long to measure. Default: ${DEFAULT-VALUE}.")
    int seconds = 60;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "3",
            description = "启动几次，取中位数。 How many starts; their median counts. Default: ${DEFAULT-VALUE}.")
    int starts = 3;

    @Mixin
    PortOption ports = new PortOption();

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    /** Measures, prints and exits with 0 if every figure is within its limit. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        List<Duration> startTimes = new ArrayList<>();
        for (int i = 1; i < starts; i++) {
            try (RunningSystem system = RunningSystem.start(home(), ports.base())) {
                startTimes.add(system.startTime());
            }
        }
        try (RunningSystem system = RunningSystem.start(home(), ports.base())) {
            startTimes.add(system.startTime());
            startTimes.sort(null);
            figures.add(Figure.seconds(
                    "启动 deploy/up until ready, median of " + starts,
                    startTimes.get(startTimes.size() / 2),
                    START_LIMIT));
            figures.add(
                    Figure.mebibytes("内存 RSS of all processes, idle", system.residentMebibytes(), MEMORY_LIMIT_MIB));
            out.printf(Locale.ROOT, "就绪，预热 ready, warming up for %d s%n", WARM_UP.toSeconds());
            FlowLatency cold = FlowLatency.measure(system, COLD_RATE, COLD, 1);
            FlowLatency.measure(system, rate, WARM_UP, 2);
            out.printf(Locale.ROOT, "测量 measuring for %d s at %d readings/s%n", seconds, rate);
            FlowLatency warm = FlowLatency.measure(system, rate, Duration.ofSeconds(seconds), 3);
            figures.add(Figure.millis(
                    "启动后首个发热 first fever after the start, " + COLD_RATE + " readings/s, POST → stream",
                    cold.first(),
                    COLD_LIMIT));
            figures.add(Figure.millis("上报到警报 POST → stream p50, " + warm, warm.percentile(50), BLINK));
            figures.add(Figure.millis("上报到警报 POST → stream p99", warm.percentile(99), LONG_BLINK));
            figures.add(Figure.mebibytes(
                    "内存 RSS of all processes, after the load", system.residentMebibytes(), MEMORY_LIMIT_MIB));
        }
        figures.forEach(out::println);
        return figures.stream().allMatch(Figure::within) ? 0 : 1;
    }

    private static Path home() {
        return Path.of(System.getProperty("feverline.home", "")).toAbsolutePath();
    }
}
