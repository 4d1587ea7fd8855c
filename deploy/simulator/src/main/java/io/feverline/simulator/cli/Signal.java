package io.feverline.simulator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and Ctrl-C, turned into a request: the run ends, prints its summary, and only then the process goes.
 *
 * @param received counted down by the signal, or by whoever wants the run to end
 * @param finished counted down when the summary is out
 */
record Signal(CountDownLatch received, CountDownLatch finished) {

    private static final long LONGEST_SECONDS = 20;

    static Signal listen() {
        Signal signal = new Signal(new CountDownLatch(1), new CountDownLatch(1));
        Runtime.getRuntime().addShutdownHook(new Thread(signal::endRun, "signal"));
        return signal;
    }

    private void endRun() {
        received.countDown();
        try {
            if (!finished.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("simulator: the run does not end; leaving without a summary");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void done() {
        finished.countDown();
    }
}
