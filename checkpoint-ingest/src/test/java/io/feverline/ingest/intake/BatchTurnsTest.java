package io.feverline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchTurnsTest {
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 3;

    private final BatchTurns turns = new BatchTurns(AT_ONCE, MOST_WAITING);
    private final CompletableFuture<Void> goOn = new CompletableFuture<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    @AfterEach
    void letAllGo() {
        goOn.complete(null);
        workers.shutdown();
    }

    @Test
    void no_more_are_worked_on_at_once_than_have_a_turn() {
        batches(AT_ONCE + MOST_WAITING);

        assertThat(begun).hasValue(AT_ONCE);
    }

    @Test
    void those_that_wait_have_their_turn_afterwards() {
        var batches = batches(AT_ONCE + MOST_WAITING);

        goOn.complete(null);

        await().until(() -> batches.stream().allMatch(CompletableFuture::isDone));
        assertThat(begun).hasValue(AT_ONCE + MOST_WAITING);
    }

    @Test
    void a_new_batch_does_not_wait_behind_too_many() {
        batches(AT_ONCE + MOST_WAITING);

        assertThat(turns.first(this::work)).isCompletedExceptionally();
    }

    @Test
    void one_that_was_begun_waits_however_many_wait() {
        var batches = batches(AT_ONCE + MOST_WAITING);
        batches.add(running(() -> turns.next(this::work)));
        await().until(() -> turns.waiting() == MOST_WAITING + 1);

        goOn.complete(null);

        await().until(() -> batches.stream().allMatch(CompletableFuture::isDone));
    }

    @Test
    void work_that_fails_gives_its_turn_back() {
        for (int i = 0; i <= AT_ONCE; i++) {
            var failing = running(() -> turns.next(() -> {
                throw new IllegalStateException("no");
            }));
            await().until(failing::isCompletedExceptionally);
        }
    }

    @Test
    void a_turn_ends_with_the_work_and_not_with_the_brokers_answer() {
        for (int i = 0; i <= AT_ONCE; i++) {
            assertThat(turns.first(CompletableFuture::new)).isNotDone();
        }
    }

    /** So many, of which as many work or wait as can. */
    private List<CompletableFuture<?>> batches(int count) {
        var batches = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < count; i++) {
            batches.add(running(() -> turns.first(this::work)));
            int sent = i + 1;
            await().until(() -> begun.get() + turns.waiting() == sent);
        }
        return batches;
    }

    private CompletableFuture<?> running(Supplier<CompletionStage<?>> batch) {
        return CompletableFuture.supplyAsync(batch, workers);
    }

    private CompletionStage<Void> work() {
        begun.incrementAndGet();
        goOn.join();
        return CompletableFuture.completedStage(null);
    }
}
