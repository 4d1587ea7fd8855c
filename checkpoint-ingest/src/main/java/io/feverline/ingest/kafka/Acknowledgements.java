package io.feverline.ingest.kafka;

import io.feverline.ingest.intake.DoorBusy;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Counts the brokers' answers for records that were sent together. The first failure decides what is answered; the
 * records are settled when there is nothing more to come, as until then the producer keeps them in memory.
 */
final class Acknowledgements implements Callback {
    private final AtomicInteger missing;
    private final CompletableFuture<Void> answer;
    private final Span span;
    private final Runnable settled;
    private volatile boolean failed;

    Acknowledgements(int expected, CompletableFuture<Void> answer, Span span, Runnable settled) {
        this.missing = new AtomicInteger(expected);
        this.answer = answer;
        this.span = span;
        this.settled = settled;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null) {
            settle(1);
        } else {
            fail(1, failure);
        }
    }

    /** So many records have failed. */
    void fail(int records, Throwable failure) {
        failed = true;
        span.setStatus(StatusCode.ERROR);
        answer.completeExceptionally(new DoorBusy("the brokers did not acknowledge", failure));
        settle(records);
    }

    /** So many records are kept back, as others have failed. */
    void unsent(int records) {
        settle(records);
    }

    /** Whether it is known already that not all records will be acknowledged. */
    boolean failed() {
        return failed;
    }

    private void settle(int records) {
        if (missing.addAndGet(-records) == 0) {
            settled.run();
            span.end();
            answer.complete(null);
        }
    }
}
