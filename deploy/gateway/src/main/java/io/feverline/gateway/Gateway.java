package io.feverline.gateway;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One device's way to the door: a reading that was offered is on disk, and stays there until the door has answered for
 * it, whatever happens to process, network and door in between. May be used from any thread.
 *
 * <pre>{@code
 * try (Gateway gateway = Gateway.at(door, key, Path.of("/var/lib/gate-7.queue")).open()) {
 *     gateway.offer(Reading.of(OffsetDateTime.now(clock), new BigDecimal("36.6")));
 * }
 * }</pre>
 */
public final class Gateway implements Closeable {

    private final DiskQueue queue;
    private final Courier courier;
    private final Pulse pulse;
    private final Listener listener;
    private final Executor executor;
    private final Door door;
    private final InstantSource clock;
    private final Duration probeEvery;
    private final Courier.Turns turns = new InTurn();
    private boolean closed;
    private @Nullable RuntimeException failure;

    private Gateway(GatewayBuilder options, DiskQueue queue, Executor executor, HttpClient client) {
        HttpDoor.Address address = new HttpDoor.Address(options.door, options.key);
        this.queue = queue;
        this.executor = executor;
        listener = options.listener;
        clock = options.clock;
        probeEvery = options.probeEvery;
        door = new HttpDoor(client, address, options.clock, options.longestRetryAfter);
        pulse = new Pulse(client, address, options.clock);
        courier = new Courier(
                queue,
                door,
                new Backoff(options.firstPause, options.longestPause, options.random),
                listener,
                turns,
                System::nanoTime);
    }

    /**
     * A gateway that is not open yet.
     *
     * @param door address of checkpoint-ingest
     * @param key the device's key
     * @param queueFile where its readings wait; holds identity, so it is its owner's alone
     */
    public static GatewayBuilder at(URI door, String key, Path queueFile) {
        return new GatewayBuilder(door, key, queueFile);
    }

    static Gateway open(GatewayBuilder options, Executor executor, HttpClient client) throws IOException {
        DiskQueue queue =
                DiskQueue.open(options.queueFile, options.queueBytes, options.survivesBlackout, options.bootId);
        Gateway gateway = new Gateway(options, queue, executor, client);
        gateway.turn(gateway.courier::pump);
        // Gateways that start at one moment do not send them at one moment.
        double part = (1 + options.random.nextDouble()) / 2;
        gateway.probeAfter(Duration.ofNanos((long) (part * options.probeEvery.toNanos())));
        return gateway;
    }

    /** As {@link #offer(Reading, String)}, with nothing to note. */
    public boolean offer(Reading reading) throws IOException {
        return offer(reading, "");
    }

    /**
     * Keeps a reading and sends it as soon as may be. Once this has returned, it survives.
     *
     * @param note the application's own words, kept beside the reading and handed back with its outcome
     * @return whether it is new; false when a reading of this id waits already
     * @throws QueueFullException when there is no room: it was not kept
     * @throws IOException when the disk refuses it: it was not kept
     * @throws IllegalStateException when the gateway is closed or broken
     */
    public synchronized boolean offer(Reading reading, String note) throws IOException {
        if (closed || failure != null) {
            throw new IllegalStateException("the gateway takes no more", failure);
        }
        if (queue.holds(reading.id())) {
            return false;
        }
        Queued queued = queue.put(reading, note);
        turn(() -> courier.take(queued));
        return true;
    }

    /** What has no outcome yet, oldest first. */
    public synchronized List<Queued> waiting() {
        return queue.pending();
    }

    /** Lines of the queue that the disk did not give back as they were written; a reading that stood there is lost. */
    public synchronized int damaged() {
        return queue.damaged();
    }

    /**
     * Waits until every reading has its outcome.
     *
     * @return whether all have; false when the time is over, or the gateway closed or broken
     */
    public synchronized boolean drain(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (queue.size() > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed || failure != null) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** Says that the device lives. Fails when the door does not take it: then the next one will do. */
    public CompletionStage<ClockError> heartbeat(Health health) {
        String bootId;
        int waiting;
        synchronized (this) {
            bootId = queue.bootId();
            waiting = queue.size();
        }
        return pulse.beat(health, bootId, waiting);
    }

    /** Asks how far this gateway's clock is off. Fails when the door does not tell. */
    public CompletionStage<ClockError> clockError() {
        return pulse.time();
    }

    /** A gateway that is closed or broken sends no more of them, and is missed. */
    private void probeAfter(Duration wait) {
        if (!probeEvery.isZero()) {
            turns.after(wait, () -> {
                door.post(List.of(Probe.at(clock.instant())));
                probeAfter(probeEvery);
            });
        }
    }

    /** Stops sending; what has no outcome stays on disk. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            notifyAll();
            queue.close();
        }
    }

    /** One step. What it throws breaks the gateway instead of vanishing in an executor. */
    private synchronized void turn(Runnable step) {
        if (closed || failure != null) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            failure = e;
            listener.broken(e);
        }
        notifyAll();
    }

    private final class InTurn implements Courier.Turns {

        @Override
        public void whenAnswered(CompletionStage<Reply> reply, Consumer<Reply> step) {
            reply.thenAccept(answer -> hand(() -> turn(() -> step.accept(answer))));
        }

        @Override
        public void after(Duration wait, Runnable step) {
            CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                    .execute(() -> hand(() -> turn(step)));
        }

        private void hand(Runnable task) {
            try {
                executor.execute(task);
            } catch (RejectedExecutionException e) {
                // Whoever shut the executor down wants no more steps; what waits is on disk.
            }
        }
    }
}
