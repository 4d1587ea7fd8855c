package io.feverline.simulator.fleet;

import io.feverline.simulator.ledger.Outcome;
import io.feverline.simulator.ledger.QueuedReading;
import io.feverline.simulator.plan.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One gateway: stores, forwards, and forgets only what was answered for.
 *
 * <p>Fresh readings go by themselves, newest first: that is what an officer waits for. What could not be sent in time
 * goes in batches behind them. After a failure it waits, then a single reading feels whether the door is back.
 *
 * <p>Everything here runs on the fleet's one thread; the door's answers are brought back to it.
 */
final class Gateway {

    /** Older than this it is no longer worth a request of its own. */
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private static final int SINGLES_IN_FLIGHT = 32;
    private static final int LARGEST_BATCH = 500;

    /** What waits, with its place in line and when it was due; null for what an earlier run left. */
    private record Waiting(
            long number, QueuedReading reading, @Nullable Long dueNanos) {}

    private final Device device;
    private final Outbox outbox;
    private final Door door;
    private final Backoff backoff;
    private final Outcomes outcomes;
    private final Executor loop;
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private long numbers;
    private int singles;
    private boolean batchAway;
    private int batchLimit = LARGEST_BATCH;
    private boolean paused;
    private boolean doubtful;
    private long lastTrial = Long.MAX_VALUE;

    Gateway(Device device, Outbox outbox, Door door, Outcomes outcomes, Executor loop, RandomGenerator random) {
        this.device = device;
        this.outbox = outbox;
        this.door = door;
        this.outcomes = outcomes;
        this.loop = loop;
        this.backoff = new Backoff(random);
        for (QueuedReading left : outbox.pending()) {
            enqueue(left, null);
        }
    }

    Device device() {
        return device;
    }

    boolean settled() {
        return outbox.isEmpty();
    }

    List<QueuedReading> unsettled() {
        return outbox.pending();
    }

    void take(QueuedReading reading, long dueNanos) {
        outbox.put(reading);
        enqueue(reading, dueNanos);
        pump();
    }

    private void enqueue(QueuedReading reading, @Nullable Long dueNanos) {
        long number = numbers++;
        waiting.put(number, new Waiting(number, reading, dueNanos));
    }

    /** Sends what may be sent now. */
    void pump() {
        while (!paused && !waiting.isEmpty()) {
            if (doubtful) {
                if (singles == 0 && !batchAway) {
                    sendAlone(nextTrial());
                }
                return;
            }
            Waiting newest = waiting.lastEntry().getValue();
            if (fresh(newest) && singles < SINGLES_IN_FLIGHT) {
                sendAlone(newest);
            } else if (!batchAway) {
                sendBatch();
            } else {
                return;
            }
        }
    }

    private static boolean fresh(Waiting one) {
        return one.dueNanos() != null && System.nanoTime() - one.dueNanos() < FRESH_NANOS;
    }

    /** The newest first, then older ones in turn: one reading that the door chokes on must not hold up the others. */
    private Waiting nextTrial() {
        Map.Entry<Long, Waiting> older = waiting.lowerEntry(lastTrial);
        Waiting trial = (older == null ? waiting.lastEntry() : older).getValue();
        lastTrial = trial.number();
        return trial;
    }

    private void sendAlone(Waiting one) {
        singles++;
        send(List.of(one), () -> singles--);
    }

    private void sendBatch() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting one : waiting.descendingMap().values()) {
            if (batch.size() == batchLimit) {
                break;
            }
            batch.add(0, one);
        }
        batchAway = true;
        send(batch, () -> batchAway = false);
    }

    private void send(List<Waiting> parcel, Runnable returned) {
        parcel.forEach(one -> waiting.remove(one.number()));
        List<QueuedReading> readings = parcel.stream().map(Waiting::reading).toList();
        door.post(device.key(), readings)
                .thenAcceptAsync(
                        reply -> outcomes.guarded(() -> {
                            returned.run();
                            answer(parcel, reply);
                            pump();
                        }),
                        loop);
    }

    private void answer(List<Waiting> parcel, Reply reply) {
        if (reply instanceof Reply.Verdicts verdicts) {
            verdicts(parcel, verdicts);
        } else if (reply instanceof Reply.Refused refused && parcel.size() == 1) {
            settle(parcel.get(0), Outcome.REJECTED, refused.slug());
            recovered();
        } else {
            // A batch that was refused as a whole is sent in ever smaller ones, until the one reading is found.
            parcel.forEach(one -> waiting.put(one.number(), one));
            batchLimit = Math.max(1, Math.min(batchLimit, parcel.size()) / 2);
            if (reply instanceof Reply.NoVerdict noVerdict) {
                pause(noVerdict.atLeast());
            }
        }
    }

    private void verdicts(List<Waiting> parcel, Reply.Verdicts verdicts) {
        for (int i = 0; i < parcel.size(); i++) {
            Waiting one = parcel.get(i);
            String slug = verdicts.rejected().get(i);
            if (verdicts.later().contains(i)) {
                waiting.put(one.number(), one);
            } else if (slug != null) {
                settle(one, Outcome.REJECTED, slug);
            } else {
                settle(one, Outcome.OK, "");
            }
        }
        if (verdicts.later().isEmpty()) {
            recovered();
        } else {
            pause(Duration.ZERO);
        }
    }

    private void settle(Waiting one, Outcome outcome, String detail) {
        // The ledger before the queue: a kill in between repeats a line, the other way round it would lose one.
        outcomes.settled(one.reading(), device.deviceId(), outcome, detail, one.dueNanos());
        outbox.done(one.reading().id());
    }

    private void recovered() {
        doubtful = false;
        lastTrial = Long.MAX_VALUE;
        batchLimit = Math.min(LARGEST_BATCH, batchLimit * 2);
        backoff.reset();
    }

    private void pause(Duration atLeast) {
        outcomes.failed();
        doubtful = true;
        if (paused) {
            return;
        }
        paused = true;
        Duration wait = backoff.next();
        long millis = Math.max(wait.toMillis(), atLeast.toMillis());
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, loop)
                .execute(() -> outcomes.guarded(() -> {
                    paused = false;
                    pump();
                }));
    }
}
