package io.feverline.simulator.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Prints how it goes, at an even interval.
 *
 * @param timer what keeps the interval
 * @param lines the printing itself
 */
record ProgressLine(ScheduledExecutorService timer, Future<?> lines) {

    static ProgressLine start(Report report, Duration every, PrintWriter out) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> lines = timer.scheduleAtFixedRate(
                () -> {
                    out.println(report.progress(every));
                    out.flush();
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
        return new ProgressLine(timer, lines);
    }

    void stop() {
        lines.cancel(false);
        timer.shutdown();
    }
}
