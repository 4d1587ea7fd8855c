package io.feverline.benchmarks.alert;

import static org.awaitility.Awaitility.await;

import io.feverline.benchmarks.Figure;
import io.feverline.benchmarks.load.Load;
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

/** Many duty officers, some of whom have stopped reading: none misses a change, and the service's heap is as it was. */
final class Crowd {
    private static final int FEVERISH_ONE_IN = 5;
    private static final int RATE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double MOST_GROWTH = 1.2;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

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
            // Who is stalled asked for all that ever happened, more than any buffer on the way holds.
            List<Listeners.Listener> slow = new ArrayList<>();
            for (int i = 0; i < stalled; i++) {
                slow.add(listeners.open(0L, true));
            }
            List<Listeners.Listener> quick = new ArrayList<>();
            for (int i = stalled; i < listening; i++) {
                quick.add(listeners.open(null, false));
            }
            var fevers = new Travellers(FEVERISH_ONE_IN, 1);
            feverish(fevers, Duration.ofSeconds(10));
            double before = heapMebibytes();
            feverish(fevers, time);
            double after = heapMebibytes();
            var expected = fevers.fevers().keySet();
            await("all changes at those who read")
                    .atMost(PATIENCE)
                    .until(() -> quick.stream()
                            .allMatch(listener -> listener.firstSeen().keySet().containsAll(expected)));
            slow.forEach(Listeners.Listener::resume);
            await("all changes at those who read again")
                    .atMost(PATIENCE)
                    .until(() -> slow.stream()
                            .allMatch(listener -> listener.firstSeen().keySet().containsAll(expected)));
            long broken = listeners.broken();
            return List.of(
                    Figure.ratio(
                            listening + " 人同时在线，其中 " + stalled + " 人停读，漏看或重看者 who missed or were told twice",
                            (double) broken,
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
        long pid = system.service(Service.ALERT_SERVICE).pid();
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        long kibibytes = 0;
        while (used.find()) {
            kibibytes += Long.parseLong(used.group(1));
        }
        return kibibytes / 1024.0;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + said);
        }
        return said.lines()
                .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
