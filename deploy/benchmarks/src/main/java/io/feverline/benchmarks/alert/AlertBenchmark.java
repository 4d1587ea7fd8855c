package io.feverline.benchmarks.alert;

import static org.awaitility.Awaitility.await;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.PortOption;
import io.feverline.benchmarks.load.Load;
import io.feverline.benchmarks.load.Travellers;
import io.feverline.local.LocalOptions;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Progress;
import io.feverline.local.Service;
import io.feverline.local.demo.KeyedDevice;
import io.feverline.local.process.JavaCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/benchmarks/run alerts}. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "从读数到警报：延迟、积压消化、五百人同看、百万警报的列表。",
            "From reading to alert: how soon, how fast a backlog goes, five hundred who watch, a list of a million."
        })
public final class AlertBenchmark implements Callable<Integer> {
    /** What is measured, and in which order. */
    enum Part {
        LIVE,
        DRAIN,
        // After it, as then there is more to be told than any buffer holds.
        CROWD,
        LIST
    }

    private static final int RATE = 1_000;
    private static final int FEVERISH_ONE_IN = 100;
    private static final int CONNECTIONS = 64;
    private static final Duration LIVE_P50 = Duration.ofMillis(15);
    private static final Duration LIVE_P99 = Duration.ofMillis(100);
    private static final Duration ARRIVAL = Duration.ofSeconds(10);
    private static final long BACKLOG = 1_000_000;
    private static final double LEAST_DRAIN = 0.4;
    private static final int LISTENING = 500;
    private static final int STALLED = 50;
    private static final int SHORT_LIST = 100_000;
    private static final int LONG_LIST = 1_000_000;
    private static final Duration LIST_P99 = Duration.ofMillis(10);
    private static final double MOST_LIST_GROWTH = 1.3;

    /** As on a server; the local system has to do with less. */
    static final String HEAP = "512m";

    /** Who come again and again. */
    static final int PEOPLE = 1_000_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "测量多少秒。 How long each load is measured. Default: ${DEFAULT-VALUE}.")
    int seconds = 60;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "150",
            description = "先以同样负载预热多少秒。 How long the same load runs before. Default: ${DEFAULT-VALUE}.")
    int warmUp = 150;

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "只测这些。 Only these: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Part> parts = List.of(Part.values());

    @Mixin
    PortOption ports = new PortOption();

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, SQLException {
        List<Figure> figures = new ArrayList<>();
        System.setProperty(JavaCommand.BOTH_COMPILERS, "true");
        var options = new LocalOptions(null, ports.ports(), HEAP, true).with(Service.CHECKPOINT_INGEST, Load.NO_QUOTA);
        try (LocalSystem system = LocalSystem.start(options, Progress.silent())) {
            List<String> keys = KeyedDevice.read(system.devices()).stream()
                    .map(KeyedDevice::key)
                    .toList();
            for (Part part : parts) {
                List<Figure> found = switch (part) {
                    case LIVE -> live(system, keys);
                    case CROWD -> new Crowd(system, keys).measure(LISTENING, STALLED, Duration.ofSeconds(seconds));
                    case DRAIN -> List.of(new Drain(system, keys, out).measure(BACKLOG, LEAST_DRAIN));
                    case LIST -> list(system);
                };
                found.forEach(out::println);
                figures.addAll(found);
            }
        }
        return figures.stream().allMatch(Figure::within) ? 0 : 1;
    }

    private List<Figure> live(LocalSystem system, List<String> keys)
            throws IOException, InterruptedException, SQLException {
        String token = system.token(Persona.DUTY_OFFICER);
        try (var listeners = new Listeners(system.url(Service.ALERT_SERVICE), token, 2)) {
            Listeners.Listener officer = listeners.open(null, false);
            post(system, keys, officer, Duration.ofSeconds(warmUp));
            Map<String, Instant> due = post(system, keys, officer, Duration.ofSeconds(seconds));
            out.println(Slowest.of(system, due, officer.firstSeen()));
            var micros = new Histogram(3);
            due.forEach((reading, at) -> micros.recordValue(Math.max(
                    0, Duration.between(at, officer.firstSeen().get(reading)).toNanos() / 1_000)));
            String load = String.format(Locale.ROOT, "%,d readings/s, %d fevers", RATE, micros.getTotalCount());
            return List.of(
                    Figure.millis("上报到警报 POST → stream p50, " + load, percentile(micros, 50), LIVE_P50),
                    Figure.millis("上报到警报 POST → stream p99", percentile(micros, 99), LIVE_P99));
        }
    }

    /** When each feverish reading was due; all of them have come on the stream. */
    private static Map<String, Instant> post(
            LocalSystem system, List<String> keys, Listeners.Listener officer, Duration time)
            throws IOException, InterruptedException {
        var travellers = new Travellers(FEVERISH_ONE_IN, 1, PEOPLE);
        try (var load = new Load(system.ports().ingest(), keys, travellers, CONNECTIONS)) {
            load.latencies(RATE, time);
            load.requireNoFailure("checkpoint-ingest");
        }
        Map<String, Instant> due = travellers.fevers();
        await("every fever on the stream")
                .atMost(ARRIVAL)
                .until(() -> officer.firstSeen().keySet().containsAll(due.keySet()));
        return due;
    }

    private static List<Figure> list(LocalSystem system) throws IOException, InterruptedException, SQLException {
        var list = new LongList(system);
        Histogram few = list.firstPage(SHORT_LIST);
        Histogram many = list.firstPage(LONG_LIST);
        return List.of(
                Figure.millis(
                        String.format(Locale.ROOT, "列表首页 first page of %,d alerts, p99", LONG_LIST),
                        percentile(many, 99),
                        LIST_P99),
                Figure.ratio(
                        String.format(Locale.ROOT, "列表首页 the same by that of %,d, p50", SHORT_LIST),
                        many.getValueAtPercentile(50) / (double) few.getValueAtPercentile(50),
                        MOST_LIST_GROWTH));
    }

    private static Duration percentile(Histogram micros, double percentile) {
        return Duration.ofNanos(micros.getValueAtPercentile(percentile) * 1_000);
    }
}
