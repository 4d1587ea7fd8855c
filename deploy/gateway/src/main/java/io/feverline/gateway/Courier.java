package io.feverline.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is sent when, and forgets only what was answered for.
 *
 * <p>Fresh readings go by themselves, newest first: that is what an officer waits for. What could not be sent in time
 * goes in batches behind them. After a failure it waits, then a single reading feels whether the door is back.
 *
 * <p>Not thread-safe: every step is the gateway's, one at a time.
 */
final class Courier {

    /** Older than this it is no longer worth a request of its own. */
    static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private static final int SINGLES_IN_FLIGHT = 32;
    private static final int LARGEST_BATCH = 500;

    /** How the gateway lets a step happen in its turn. */
    interface Turns {

        /** What was asked of the door is answered. */
        void whenAnswered(CompletionStage<Reply> reply, Consumer<Reply> step);

        /** Time has passed. */
        void after(Duration wait, Runnable step);
    }

    /** What waits, with its place in line and when it came; null for what an earlier run left. */
    private record Waiting(
            long number, Queued reading, @Nullable Long cameNanos) {}

    private final DiskQueue queue;
    private final Door door;
    private final Backoff backoff;
    private final Listener listener;
    private final Turns turns;
    private final LongSupplier nanos;
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private long numbers;
    private int singles;
    private boolean batchAway;
    private int batchLimit = LARGEST_BATCH;
    private boolean paused;
    private long pausedUntil;
    private boolean doubtful;
    private long lastTrial = Long.MAX_VALUE;

    /**
     * With all that waits in a queue.
     *
     * @param nanos a clock that only runs forward
     */
    Courier(DiskQueue queue, Door door, Backoff backoff, Listener listener, Turns turns, LongSupplier nanos) {
        this.queue = queue;
        this.door = door;
        this.backoff = backoff;
        this.listener = listener;
        this.turns = turns;
        this.nanos = nanos;
        for (Queued left : queue.pending()) {
            enqueue(left, null);
        }
    }

    /** A reading that the queue has just put on the disk. */
    void take(Queued reading) {
        enqueue(reading, nanos.getAsLong());
        pump();
    }

    private void enqueue(Queued reading, @Nullable Long cameNanos) {
        long number = numbers++;
        waiting.put(number, new Waiting(number, reading, cameNanos));
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

    private boolean fresh(Waiting one) {
        return one.cameNanos() != null && nanos.getAsLong() - one.cameNanos() < FRESH_NANOS;
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
        List<Queued> readings = parcel.stream().map(Waiting::reading).toList();
        turns.whenAnswered(door.post(readings), reply -> {
            returned.run();
            answer(parcel, reply);
            pump();
        });
    }

    private void answer(List<Waiting> parcel, Reply reply) {
        if (reply instanceof Reply.Verdicts verdicts) {
            verdicts(parcel, verdicts);
        } else if (reply instanceof Reply.Refused refused && parcel.size() == 1) {
            verdicts(parcel, new Reply.Verdicts(Map.of(0, refused.slug()), Set.of()));
        } else {
            // A batch that was refused as a whole is sent in ever smaller ones, until the one reading is found.
            parcel.forEach(one -> waiting.put(one.number(), one));
            if (parcel.size() > 1) {
                batchLimit = parcel.size() / 2;
            }
            if (reply instanceof Reply.NoVerdict noVerdict) {
                pause(noVerdict.atLeast());
            }
        }
    }

    private void verdicts(List<Waiting> parcel, Reply.Verdicts verdicts) {
        List<UUID> settled = new ArrayList<>();
        for (int i = 0; i < parcel.size(); i++) {
            Waiting one = parcel.get(i);
            if (verdicts.later().contains(i)) {
                waiting.put(one.number(), one);
            } else {
                settled.add(one.reading().id());
                tell(one.reading(), verdicts.rejected().get(i));
            }
        }
        letGo(settled);
        if (verdicts.later().isEmpty()) {
            recovered();
        } else {
            pause(Duration.ZERO);
        }
    }

    private void tell(Queued reading, @Nullable String problem) {
        if (problem == null) {
            listener.accepted(reading);
        } else {
            listener.rejected(reading, problem);
        }
    }

    private void letGo(List<UUID> settled) {
        try {
            queue.done(settled);
        } catch (IOException e) {
            throw new UncheckedIOException("the queue cannot be written", e);
        }
    }

    private void recovered() {
        doubtful = false;
        lastTrial = Long.MAX_VALUE;
        batchLimit = Math.min(LARGEST_BATCH, batchLimit * 2);
        backoff.reset();
    }

    /** @param asked what the door asks for; the backoff comes on top, for it asks all gateways alike */
    private void pause(Duration asked) {
        listener.failed();
        doubtful = true;
        long now = nanos.getAsLong();
        if (!paused) {
            paused = true;
            Duration wait = asked.plus(backoff.next());
            pausedUntil = now + wait.toNanos();
            turns.after(wait, this::resume);
        } else if (now + asked.toNanos() - pausedUntil > 0) {
            // resume() comes too early then, and waits for the rest.
            pausedUntil = now + asked.toNanos();
        }
    }

    private void resume() {
        long left = pausedUntil - nanos.getAsLong();
        if (left > 0) {
            turns.after(Duration.ofNanos(left), this::resume);
        } else {
            paused = false;
            pump();
        }
    }
}
