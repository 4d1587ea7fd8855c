package io.feverline.ingest.kafka;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Counts the brokers' answers for one request; the first failure decides at once, the last success completes. */
final class Acknowledgements implements Callback {
    private final AtomicInteger missing;
    private final UniEmitter<? super Void> answer;

    Acknowledgements(int expected, UniEmitter<? super Void> answer) {
        this.missing = new AtomicInteger(expected);
        this.answer = answer;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null) {
            fail(failure);
        } else if (missing.decrementAndGet() == 0) {
            answer.complete(null);
        }
    }

    void fail(Throwable failure) {
        answer.fail(failure);
    }
}
