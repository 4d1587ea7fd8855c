package io.feverline.benchmarks.alert;

import static org.awaitility.Awaitility.await;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.load.Load;
import io.feverline.benchmarks.load.Travellers;
import io.feverline.local.LocalSystem;
import io.feverline.local.Persona;
import io.feverline.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Many duty officers, some of whom have stopped reading: none misses a change, and the service's heap is as it was. */
final class Crowd {
    private static final int FEVERISH_ONE_IN = 5;
    private static final int RATE = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /** Changes that the stalled ones ask for first, if there are so many: more than any buffer on the way holds. */
    private static final long BEHIND = 10_000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MOST_GROWTH = 1.2;
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final LocalSystem system;
    private final List<String> keys;

    Crowd(LocalSystem system, List<String> keys) {
        this.system = system;
        this.keys = keys;
    }

    /** Lets so many listen while fevers come for a time. */
    List<Figure> measure(int listening, int stalled, Duration time) throws IOException, InterruptedException {
        String token = system.token(Persona.DUTY_OFFICER);
        try (var listeners = new Listeners(system.url(Service.ALERT_SERVICE), token, listening + 1)) {
            List<Listeners.Listener> quick = new ArrayList<>();
            for (int i = stalled; i < listening; i++) {
                quick.add(listeners.open(null, false));
            }
            var fevers = new Travellers(FEVERISH_ONE_IN, 1, AlertBenchmark.PEOPLE);
            // Until what is bounded is full.
            feverish(fevers, time);
            // They came one after the other; what follows now all of them are told.
            long present = quick.get(0).last();
            long past = Math.max(0, present - BEHIND);
            List<Listeners.Listener> slow = new ArrayList<>();
            for (int i = 0; i < stalled; i++) {
                slow.add(listeners.open(past, true));
            }
            feverish(fevers, WARM_UP);
            double before = heapMebibytes();
            feverish(fevers, time);
            double after = heapMebibytes();
            var expected = fevers.fevers().keySet();
            await("all changes at those who read")
                    .atMost(PATIENCE)
                    .until(() -> quick.stream()
                            .allMatch(listener -> listener.firstSeen().keySet().containsAll(expected)));
            long newest =
                    quick.stream().mapToLong(Listeners.Listener::last).max().orElseThrow();
            slow.forEach(Listeners.Listener::resume);
            await("all changes at those who read again, too")
                    .atMost(PATIENCE)
                    .until(() -> Stream.concat(quick.stream(), slow.stream())
                            .allMatch(listener -> listener.last() >= newest));
            long wronged = listeners.wronged(quick, present, newest) + listeners.wronged(slow, past, newest);
            return List.of(
                    Figure.ratio(
                            listening + " 人同时在线，其中 " + stalled + " 人停读，漏看或重看者 who missed or were told twice",
                            (double) wronged,
                            0),
                    Figure.ratio("同上，堆内存前后之比 the heap after it by before it", after / before, MOST_GROWTH));
        }
    }

    private void feverish(Travellers travellers, Duration time) throws InterruptedException {
        try (var load = new Load(system.ports().ingest(), keys, travellers, 16)) {
            load.latencies(RATE, time);
            load.requireNoFailure("checkpoint-ingest");
        }
    }

    /** What is reachable on the service's heap. */
    private double heapMebibytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(system.service(Service.ALERT_SERVICE).pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(said);
        if (process.waitFor() != 0 || !total.find()) {
            throw new IOException("jcmd: " + said);
        }
        return Long.parseLong(total.group(1)) / (1024.0 * 1024);
    }
}
