package io.feverline.simulator.cli;

import io.feverline.simulator.ledger.Outcome;
import io.feverline.simulator.ledger.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Words for a tally. */
final class Report {

    private final Tally tally;
    private final long start = System.nanoTime();
    private long sentBefore;

    Report(Tally tally) {
        this.tally = tally;
    }

    /** One line; rate and latencies since the last one. */
    String progress(Duration every) {
        Histogram recent = tally.recentLatencies();
        long sent = tally.taken();
        double rate = (sent - sentBefore) * 1_000.0 / every.toMillis();
        sentBefore = sent;
        return String.format(
                Locale.ROOT,
                "%6ds  sent %d  ok %d  rejected %d  queued %d  %.1f/s  p50 %s  p99 %s",
                (System.nanoTime() - start) / 1_000_000_000L,
                sent,
                tally.count(Outcome.OK),
                tally.count(Outcome.REJECTED),
                tally.queued(),
                rate,
                millis(recent, 50),
                millis(recent, 99));
    }

    /** The lines at the end; what they count can be found in the ledger and downstream. */
    List<String> summary() {
        Histogram whole = tally.latencies();
        return List.of(
                "summary: sent=%d ok=%d rejected=%d unknown=%d"
                        .formatted(
                                tally.taken(),
                                tally.count(Outcome.OK),
                                tally.count(Outcome.REJECTED),
                                tally.count(Outcome.UNKNOWN)),
                "summary: ok-with-traveller-or-vehicle=%d ok-over-37.3-forehead=%d repeated-attempts=%d"
                        .formatted(tally.identified(), tally.feverish(), tally.failures()),
                "summary: due-to-acknowledged p50=%s p99=%s max=%s"
                        .formatted(millis(whole, 50), millis(whole, 99), millis(whole, 100)));
    }

    private static String millis(Histogram micros, double percentile) {
        return micros.getTotalCount() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1fms", micros.getValueAtPercentile(percentile) / 1_000.0);
    }
}
