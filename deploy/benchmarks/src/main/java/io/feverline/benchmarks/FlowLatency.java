package io.feverline.benchmarks;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * From the moment when a gateway begins to send a reading (its {@code sentAt} in the simulator's open-loop ledger, ms)
 * to the moment when its alert stands on a dashboard's live stream; both by this machine's clock.
 */
final class FlowLatency {
    private static final double SHARE_OF_FEVERS = 0.2;

    private final Histogram micros = new Histogram(3);
    private final Duration first;
    private final int sent;

    private FlowLatency(Map<String, Instant> sent, Map<String, Instant> arrived) {
        this.sent = sent.size();
        Instant earliest = Instant.MAX;
        Duration ofEarliest = Duration.ZERO;
        for (Map.Entry<String, Instant> alert : arrived.entrySet()) {
            Instant begin = sent.get(alert.getKey());
            if (begin == null) {
                // The alert of a run before this one, changed by a recheck.
                continue;
            }
            Duration took = Duration.between(begin, alert.getValue());
            micros.recordValue(Math.max(0, took.toNanos() / 1000));
            if (begin.isBefore(earliest)) {
                earliest = begin;
                ofEarliest = took;
            }
        }
        first = ofEarliest;
    }

    /**
     * Lets the simulator's fleet post, and measures.
     *
     * @throws IOException if the simulator broke off, or an alert never came on the stream
     */
    static FlowLatency measure(RunningSystem system, int rate, Duration length, int seed)
            throws IOException, InterruptedException {
        Path ledger = system.file("ledger-" + seed + ".csv");
        try (AlertArrivals arrivals = AlertArrivals.listen(system)) {
            int exit = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            // Its compiler and collector would take the cores from what is measured.
                            "-Xmx96m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            system.simulatorJar().toString(),
                            "--ingest=" + system.ingest(),
                            "--devices=" + system.devices(),
                            "--ledger=" + ledger,
                            "--rate=" + rate,
                            "--for=" + length.toSeconds() + "s",
                            "--prevalence=" + SHARE_OF_FEVERS,
                            "--documents=1",
                            "--seed=" + seed)
                    .redirectErrorStream(true)
                    .redirectOutput(system.file("simulator-" + seed + ".log").toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("the simulator ended with " + exit);
            }
            Map<String, Instant> sent = sent(ledger);
            Set<String> raised = AlertList.readings(system);
            raised.retainAll(sent.keySet());
            if (raised.isEmpty()) {
                throw new IOException("no alert was raised, so nothing was measured");
            }
            // A slow alert that nobody waited for would make the figure better than it is.
            arrivals.await(raised);
            return new FlowLatency(sent, arrivals.byReading());
        }
    }

    private static Map<String, Instant> sent(Path ledger) throws IOException {
        Map<String, Instant> sent = new HashMap<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(ledger.toFile())) {
            rows.forEachRemaining(row -> sent.put(row.get("id"), Instant.parse(row.get("sentAt"))));
        }
        return sent;
    }

    Duration percentile(double percentile) {
        return Duration.ofNanos(micros.getValueAtPercentile(percentile) * 1000);
    }

    /** Of the first reading that raised an alert. */
    Duration first() {
        return first;
    }

    /** How much was measured. */
    @Override
    public String toString() {
        return sent + " readings, " + micros.getTotalCount() + " alerts";
    }
}
