package io.feverline.simulator.fleet;

import io.feverline.gateway.Gateway;
import io.feverline.gateway.GatewayBuilder;
import io.feverline.simulator.ledger.Ledger;
import io.feverline.simulator.ledger.Tally;
import io.feverline.simulator.plan.Device;
import io.feverline.simulator.plan.Planned;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All gateways, on one thread: so few steps each take so little that a lock would cost more than it gave. */
public final class Fleet implements Closeable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(30);

    /** A gateway and who keeps its books. */
    private record Member(Gateway gateway, Books books) {}

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final ExecutorService loop;
    private final ExecutorService callbacks;
    private final HttpClient client;
    private final Ledger ledger;
    private final Tally tally;
    private final Runnable onFailure;
    private volatile @Nullable RuntimeException failure;

    private Fleet(Ledger ledger, Tally tally, Runnable onFailure) {
        this.ledger = ledger;
        this.tally = tally;
        this.onFailure = onFailure;
        loop = Executors.newSingleThreadExecutor(task -> daemon(task, "fleet"));
        callbacks = Executors.newFixedThreadPool(2, task -> daemon(task, "http"));
        client = GatewayBuilder.client(callbacks);
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
        Fleet fleet = new Fleet(ledger, tally, onFailure);
        SplittableRandom random = new SplittableRandom(seed);
        try {
            for (Device device : devices) {
                fleet.add(
                        device,
                        Gateway.at(ingest, device.key(), queues.resolve(fileName(device)))
                                .bootId(run)
                                .random(random.split()));
            }
            return fleet;
        } catch (IOException e) {
            fleet.close();
            throw e;
        }
    }

    private static String fileName(Device device) {
        return device.deviceId().replaceAll("[^A-Za-z0-9._-]", "_") + ".queue";
    }

    private void add(Device device, GatewayBuilder options) throws IOException {
        Books books = new Books(device.deviceId(), ledger, tally, this::failed);
        Gateway gateway = options.client(client)
                .executor(loop)
                .listener(books)
                .pauses(FIRST_PAUSE, LONGEST_PAUSE)
                .longestRetryAfter(LONGEST_RETRY_AFTER)
                .survivesBlackout(false)
                // The ledger knows each request.
                .probeEvery(Duration.ZERO)
                .open();
        tally.reopened(gateway.waiting().size());
        members.put(device.deviceId(), new Member(gateway, books));
    }

    /**
     * A gateway measures, now.
     *
     * @param dueNanos when it was due, by {@link System#nanoTime()}: latency counts from here
     */
    public void measure(Planned planned, long dueNanos) {
        long now = System.currentTimeMillis();
        try {
            loop.execute(() -> take(planned, now, dueNanos));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the fleet is closed", e);
        }
    }

    private void take(Planned planned, long nowMillis, long dueNanos) {
        if (failure != null) {
            return;
        }
        try {
            Member member = members.get(planned.device().deviceId());
            if (member == null) {
                throw new IllegalStateException(
                        "no gateway of device " + planned.device().deviceId());
            }
            Envelope envelope = Envelope.of(planned, nowMillis);
            member.books().due(envelope.reading().id(), dueNanos);
            if (member.gateway().offer(envelope.reading(), envelope.text())) {
                tally.took();
            }
        } catch (IOException e) {
            failed(new UncheckedIOException("a gateway cannot keep a reading: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** One gateway that cannot go on ends the run: what the others did would prove nothing. */
    private void failed(RuntimeException cause) {
        if (failure == null) {
            failure = cause;
            try {
                stop();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
            onFailure.run();
        }
    }

    private void stop() throws IOException {
        for (Member member : members.values()) {
            member.gateway().close();
        }
    }

    /**
     * Waits until every reading has its outcome, at most so long; what is left then {@link #close} notes as unknown.
     */
    public void drain(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        CompletableFuture.runAsync(() -> {}, loop).join();
        for (Member member : members.values()) {
            member.gateway().drain(Duration.ofNanos(deadline - System.nanoTime()));
        }
    }

    /** What ended the run early; null when nothing did. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Stops sending and notes what is unsettled as unknown; it stays in the queues for a later run. */
    @Override
    public void close() throws IOException {
        loop.shutdown();
        try {
            if (!loop.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IOException("the fleet does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        callbacks.shutdownNow();
        stop();
        for (Member member : members.values()) {
            member.books().close(member.gateway().waiting());
        }
    }
}
