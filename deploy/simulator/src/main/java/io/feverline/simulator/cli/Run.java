package io.feverline.simulator.cli;

import io.feverline.simulator.fleet.Fleet;
import io.feverline.simulator.ledger.Ledger;
import io.feverline.simulator.ledger.Tally;
import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Pacer;
import io.feverline.simulator.plan.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One run from its first reading to its summary.
 *
 * @param progress between two progress lines
 * @param drain longest wait for the last answers
 */
record Run(
        URI ingest,
        List<Device> devices,
        Path queues,
        Path ledgerFile,
        long seed,
        String label,
        Duration progress,
        Duration drain,
        PrintWriter out) {

    /** After a signal the last answers get less time: who sent it is waiting. */
    private static final Duration DRAIN_AFTER_SIGNAL = Duration.ofSeconds(3);

    /** Runs it and returns the exit code. */
    int of(Source source) throws IOException, InterruptedException {
        Files.createDirectories(ledgerFile.toAbsolutePath().getParent());
        Signal signal = Signal.listen();
        Tally tally = new Tally();
        try {
            source.remarks().forEach(out::println);
            out.printf("run %s: %d gateways to %s, ledger %s%n", label, devices.size(), ingest, ledgerFile);
            RuntimeException failure = post(source, tally, signal.received());
            Report report = new Report(tally);
            report.summary().forEach(out::println);
            out.flush();
            if (failure != null) {
                throw failure;
            }
            return 0;
        } finally {
            signal.done();
        }
    }

    private @Nullable RuntimeException post(Source source, Tally tally, CountDownLatch stop)
            throws IOException, InterruptedException {
        ProgressLine line = ProgressLine.start(new Report(tally), progress, out);
        try (Ledger ledger = Ledger.open(ledgerFile);
                Fleet fleet = Fleet.open(ingest, devices, queues, ledger, tally, seed, label, stop::countDown)) {
            new Pacer(stop).run(source.schedule(), fleet::measure);
            boolean early = stop.getCount() == 0;
            fleet.drain(early && drain.compareTo(DRAIN_AFTER_SIGNAL) > 0 ? DRAIN_AFTER_SIGNAL : drain);
            return fleet.failure();
        } finally {
            line.stop();
        }
    }
}
