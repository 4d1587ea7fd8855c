package io.feverline.ingest.intake;

import io.feverline.ingest.config.IngestConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Batches are worked on in turn, as many at once as there are processors. More would be done no sooner, and a live
 * reading would have to share the processors with all of them. A turn is for work alone: nobody holds one while it
 * waits for a client or for the brokers.
 */
@Singleton
public class BatchTurns {
    private final Semaphore turns;
    private final int mostWaiting;

    @Inject
    BatchTurns(IngestConfig config) {
        this(Runtime.getRuntime().availableProcessors(), config.batchesWaiting());
    }

    BatchTurns(int atOnce, int mostWaiting) {
        this.turns = new Semaphore(atOnce, true);
        this.mostWaiting = mostWaiting;
    }

    /** Does a new batch's first work in its turn; fails with {@link DoorBusy} at once when too many wait already. */
    <T> CompletionStage<T> first(Supplier<CompletionStage<T>> work) {
        return waiting() >= mostWaiting
                ? CompletableFuture.failedStage(new DoorBusy("too many batches wait", null))
                : next(work);
    }

    /** How many batches wait for a turn. */
    int waiting() {
        return turns.getQueueLength();
    }

    /** Does work in its turn, which may block for the work of others. */
    <T> CompletionStage<T> next(Supplier<CompletionStage<T>> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
