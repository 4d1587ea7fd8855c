package io.feverline.simulator.fleet;

import io.feverline.simulator.ledger.Ledger;
import io.feverline.simulator.ledger.Outcome;
import io.feverline.simulator.ledger.QueuedReading;
import io.feverline.simulator.ledger.Tally;
import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Planned;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** All gateways, on one thread: so few steps each take so little that a lock would cost more than it gave. */
public final class Fleet implements Closeable {

    private final Map<String, Gateway> gateways = new LinkedHashMap<>();
    private final Map<String, Outbox> outboxes = new LinkedHashMap<>();
    private final ExecutorService loop;
    private final ExecutorService callbacks;
    private final Ledger ledger;
    private final Tally tally;
    private final Envelope envelope;
    private final Runnable onFailure;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final Outcomes outcomes = new Steps();
    private boolean noMoreToCome;
    private volatile @Nullable RuntimeException failure;

    private Fleet(Ledger ledger, Tally tally, String run, Runnable onFailure) {
        this.ledger = ledger;
        this.tally = tally;
        this.envelope = new Envelope(run);
        this.onFailure = onFailure;
        loop = Executors.newSingleThreadExecutor(task -> daemon(task, "fleet"));
        callbacks = Executors.newFixedThreadPool(2, task -> daemon(task, "http"));
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens every gateway's queue and begins to send what an earlier run left there.
     *
     * @param queues folder of the queue files
     * @param run label of the run; the gateways' boot id
     * @param onFailure told once when the fleet cannot go on
     * @throws IOException when a queue cannot be opened
     */
    public static Fleet open(
            URI ingest,
            List<Device> devices,
            Path queues,
            Ledger ledger,
            Tally tally,
            long seed,
            String run,
            Runnable onFailure)
            throws IOException {
        Files.createDirectories(queues);
        Fleet fleet = new Fleet(ledger, tally, run, onFailure);
        Door door = new HttpDoor(ingest, fleet.callbacks);
        SplittableRandom random = new SplittableRandom(seed);
        for (Device device : devices) {
            Outbox outbox = Outbox.open(queues.resolve(fileName(device)));
            tally.reopened(outbox.pending().size());
            fleet.outboxes.put(device.deviceId(), outbox);
            fleet.gateways.put(
                    device.deviceId(), new Gateway(device, outbox, door, fleet.outcomes, fleet.loop, random.split()));
        }
        fleet.step(() -> fleet.gateways.values().forEach(Gateway::pump));
        return fleet;
    }

    private static String fileName(Device device) {
        return device.deviceId().replaceAll("[^A-Za-z0-9._-]", "_") + ".queue";
    }

    /**
     * A gateway measures, now.
     *
     * @param dueNanos when it was due, by {@link System#nanoTime()}: latency counts from here
     */
    public void measure(Planned planned, long dueNanos) {
        long now = System.currentTimeMillis();
        step(() -> {
            Gateway gateway = gateways.get(planned.device().deviceId());
            if (gateway == null) {
                throw new IllegalStateException(
                        "no gateway of device " + planned.device().deviceId());
            }
            tally.took();
            gateway.take(envelope.seal(planned, now), dueNanos);
        });
    }

    private void step(Runnable step) {
        try {
            loop.execute(() -> outcomes.guarded(step));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the fleet is closed", e);
        }
    }

    /** Waits until every reading has its outcome, at most so long. */
    public void drain(Duration atMost) throws InterruptedException {
        step(() -> {
            noMoreToCome = true;
            noticeEnd();
        });
        try {
            settled.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What is left is unknown: close() says so in the ledger.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void noticeEnd() {
        if (noMoreToCome && gateways.values().stream().allMatch(Gateway::settled)) {
            settled.complete(null);
        }
    }

    /** What ended the run early; null when nothing did. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Stops sending and notes what is unsettled as unknown; it stays in the queues for a later run. */
    @Override
    public void close() throws IOException {
        loop.shutdownNow();
        try {
            if (!loop.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IOException("the fleet does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callbacks.shutdownNow();
        for (Gateway gateway : gateways.values()) {
            for (QueuedReading left : gateway.unsettled()) {
                tally.settled(left, Outcome.UNKNOWN);
                ledger.note(left, gateway.device().deviceId(), Outcome.UNKNOWN, "");
            }
        }
        for (Outbox outbox : outboxes.values()) {
            outbox.close();
        }
    }

    private final class Steps implements Outcomes {

        @Override
        public void settled(
                QueuedReading reading, String deviceId, Outcome outcome, String detail, @Nullable Long dueNanos) {
            ledger.note(reading, deviceId, outcome, detail);
            tally.settled(reading, outcome);
            if (dueNanos != null) {
                tally.latency(System.nanoTime() - dueNanos);
            }
        }

        @Override
        public void failed() {
            tally.failed();
        }

        @Override
        public void guarded(Runnable step) {
            try {
                step.run();
                noticeEnd();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                    settled.complete(null);
                    onFailure.run();
                }
            }
        }
    }
}
