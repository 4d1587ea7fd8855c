package io.feverline.benchmarks.door;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.PortOption;
import io.feverline.benchmarks.load.Load;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/benchmarks/run door}. */
@Command(
        name = "door",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "轮流压测裸 Vert.x 服务器与 checkpoint-ingest，给出比值。",
            "Loads a bare Vert.x server and checkpoint-ingest in turn, against the same broker, and tells the ratios."
        })
public final class DoorBenchmark implements Callable<Integer> {
    /** At least so much of the bare door's rate: keys, rules, metrics and, for travellers, seals cost the rest. */
    private static final Map<Payload, Double> LEAST = new EnumMap<>(Map.of(
            Payload.ANONYMOUS, 0.85, Payload.SEALED, 0.65, Payload.ANONYMOUS_BATCH, 0.8, Payload.SEALED_BATCH, 0.5));

    private static final Duration START_LIMIT = Duration.ofMillis(3500);
    private static final double SLOWEST_P99 = 2;
    private static final double MEMORY_LIMIT_MIB = 350;
    private static final int BATCH_CONNECTIONS = 16;

    private static final Duration CONNECTING = Duration.ofSeconds(2);

    /** Seconds. */
    private static final int WARM_UP_SLICE = 10;

    private static final int WARM_WHEN_IN_VAIN = 3;
    private static final double WORTH_WHILE = 0.97;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "每项测几轮，取中位数。 Rounds of each; their median counts. Default: ${DEFAULT-VALUE}.")
    int rounds = 3;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "每轮多少秒。 Seconds of a round. Default: ${DEFAULT-VALUE}.")
    int seconds = 10;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "256",
            description = "单条上报的连接数。 Connections that post single readings. Default: ${DEFAULT-VALUE}.")
    int connections = 256;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "240",
            description = {
                "每项先预热，直到每请求 CPU 不再下降，最多多少秒。",
                "Seconds to warm up before each, at most: until a request's CPU falls no more. Default: ${DEFAULT-VALUE}."
            })
    int warmUp = 240;

    @Option(
            names = "--payload",
            paramLabel = "NAME",
            description = "只测这些。 Only these: ${COMPLETION-CANDIDATES}. Default: all.")
    List<Payload> payloads = List.of(Payload.values());

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = {
                "把 checkpoint-ingest 的 JFR 记录写到这里，并给出每条读数分配的内存（会变慢）。",
                "Records checkpoint-ingest with JFR, and tells what a reading allocates; costs speed."
            })
    @Nullable
    Path profile;

    @Mixin
    PortOption ports = new PortOption();

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        List<Figure> figures = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        try (Doors doors = Doors.open(ports.ports())) {
            figures.add(
                    Figure.seconds("启动 checkpoint-ingest ready, median of " + rounds, startTime(doors), START_LIMIT));
            out.println(figures.get(0));
            DoorProcess bare = doors.bare();
            DoorProcess ingest = doors.ingest(
                    profile == null
                            ? new String[0]
                            : new String[] {
                                "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                                        + profile.toAbsolutePath()
                            });
            for (Payload payload : payloads) {
                Comparison found = compare(payload, bare, ingest);
                comparisons.add(found);
                out.println(found);
                figures.add(Figure.atLeast(
                        payload.title() + "，比裸服务器 against the bare door",
                        found.ratio().median(),
                        LEAST.getOrDefault(payload, 1.0)));
                if (payload.readings() == 1) {
                    double rate = found.ingest().rate().median() / 2;
                    Slowest slowest = slowest(bare, ingest, payload, rate);
                    out.printf(Locale.ROOT, "  半载 p99 at %,.0f/s: %s%n", rate, slowest);
                    figures.add(Figure.ratio(payload.title() + " p99 at half load", slowest.ratio(), SLOWEST_P99));
                }
            }
            figures.add(Figure.mebibytes(
                    "内存 RSS of checkpoint-ingest, loaded", ingest.residentMebibytes(), MEMORY_LIMIT_MIB));
        }
        if (profile != null) {
            // It is written when the process ends.
            for (Comparison found : comparisons) {
                out.printf(
                        "%s%n  %s%n",
                        found.payload().title(),
                        Allocation.within(found.spans(), profile).each(found.readings()));
            }
        }
        figures.forEach(out::println);
        return figures.stream().allMatch(Figure::within) ? 0 : 1;
    }

    private Duration startTime(Doors doors) {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            DoorProcess ingest = doors.ingest();
            times.add(Duration.ofNanos(System.nanoTime() - begin));
            ingest.child().stop(Duration.ofSeconds(15));
        }
        return times.stream().sorted().toList().get(rounds / 2);
    }

    /**
     * How a door did.
     *
     * @param rate requests per second
     * @param cpu µs of CPU per request
     */
    private record Pace(Rounds rate, Rounds cpu) {
        @Override
        public String toString() {
            return rate + " requests/s, " + cpu + " µs CPU each";
        }
    }

    /**
     * How both did with one payload.
     *
     * @param spans when checkpoint-ingest was at work
     * @param readings how many it took
     */
    private record Comparison(Payload payload, Pace bare, Pace ingest, List<Allocation.Span> spans, double readings) {
        /** Round by round, as what slows the machine for a while slows both of a round. */
        Rounds ratio() {
            return ingest.rate().over(bare.rate());
        }

        @Override
        public String toString() {
            return "%s%n  bare              %s%n  checkpoint-ingest %s%n  比值 ratio         %s, of CPU %s"
                    .formatted(
                            payload.title(),
                            bare,
                            ingest,
                            ratio().toString(2),
                            ingest.cpu().over(bare.cpu()).toString(2));
        }
    }

    private Comparison compare(Payload payload, DoorProcess bare, DoorProcess ingest) throws InterruptedException {
        warm(bare, payload);
        warm(ingest, payload);
        // In turn, so that what else the machine does hits both.
        List<Round> ofBare = new ArrayList<>();
        List<Round> ofIngest = new ArrayList<>();
        List<Allocation.Span> spans = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ofBare.add(run(bare, payload, seconds));
            Instant from = Instant.now();
            ofIngest.add(run(ingest, payload, seconds));
            spans.add(new Allocation.Span(from, Instant.now()));
        }
        double requests = seconds * ofIngest.stream().mapToDouble(Round::rate).sum();
        return new Comparison(payload, pace(ofBare), pace(ofIngest), spans, requests * payload.readings());
    }

    /** Until the compilers have nothing more to gain, which on a slow machine takes minutes. */
    private void warm(DoorProcess door, Payload payload) throws InterruptedException {
        double least = Double.MAX_VALUE;
        int inVain = 0;
        for (int spent = 0; spent < warmUp && inVain < WARM_WHEN_IN_VAIN; spent += WARM_UP_SLICE) {
            double cpu = run(door, payload, WARM_UP_SLICE).cpu();
            inVain = cpu < least * WORTH_WHILE ? 0 : inVain + 1;
            least = Math.min(least, cpu);
        }
    }

    private static Pace pace(List<Round> all) {
        return new Pace(
                new Rounds(all.stream().map(Round::rate).toList()),
                new Rounds(all.stream().map(Round::cpu).toList()));
    }

    private record Round(double rate, double cpu) {}

    private Round run(DoorProcess door, Payload payload, int length) throws InterruptedException {
        try (Load load = new Load(door.port(), Doors.KEYS, payload, connectionsFor(payload))) {
            Duration before = door.cpu();
            double rate = load.requestsPerSecond(Duration.ofSeconds(length));
            Duration used = door.cpu().minus(before);
            load.requireNoFailure(door.name());
            return new Round(rate, used.toNanos() / 1e3 / (rate * length));
        }
    }

    /** The 99th percentiles of both, in ms, in turn. */
    private record Slowest(Rounds bare, Rounds ingest) {
        double ratio() {
            return ingest.over(bare).median();
        }

        @Override
        public String toString() {
            return "bare %s ms, checkpoint-ingest %s ms".formatted(bare.toString(2), ingest.toString(2));
        }
    }

    private Slowest slowest(DoorProcess bare, DoorProcess ingest, Payload payload, double rate)
            throws InterruptedException {
        List<Double> ofBare = new ArrayList<>();
        List<Double> ofIngest = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ofBare.add(percentile(bare, payload, rate));
            ofIngest.add(percentile(ingest, payload, rate));
        }
        return new Slowest(new Rounds(ofBare), new Rounds(ofIngest));
    }

    private double percentile(DoorProcess door, Payload payload, double rate) throws InterruptedException {
        try (Load load = new Load(door.port(), Doors.KEYS, payload, connectionsFor(payload))) {
            // So that opening the connections is not measured: it holds up the first hundredth of the requests.
            load.requestsPerSecond(CONNECTING);
            Histogram micros = load.latencies(rate, Duration.ofSeconds(seconds));
            load.requireNoFailure(door.name());
            return micros.getValueAtPercentile(99) / 1e3;
        }
    }

    private int connectionsFor(Payload payload) {
        return payload.readings() == 1 ? connections : BATCH_CONNECTIONS;
    }
}
