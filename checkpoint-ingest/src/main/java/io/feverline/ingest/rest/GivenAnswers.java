package io.feverline.ingest.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.feverline.ingest.config.IdempotencyConfig;
import io.feverline.ingest.reading.Rejected;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What batches with a key were answered, and which of them are still under way. Bounded in number, in bytes and in
 * time.
 */
final class GivenAnswers {
    /** What an answer holds without its problems, and what a problem holds without its detail: about so many bytes. */
    private static final int EACH = 256;

    private final Cache<Key, Given> given;

    GivenAnswers(IdempotencyConfig config, Ticker ticker) {
        long most = config.bytes().asLongValue();
        // An answer weighs at least its share, so what bounds the bytes bounds the number too.
        int share = Math.toIntExact((most + config.answers() - 1) / config.answers());
        given = Caffeine.newBuilder()
                .maximumWeight(most)
                .<Key, Given>weigher((key, answer) -> Math.max(share, key.length() + answer.bytes()))
                .expireAfterWrite(config.kept())
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** A device's key: another device's equal one is another key. */
    record Key(String deviceId, String key) {
        private int length() {
            return deviceId.length() + key.length();
        }
    }

    /**
     * What became of a request.
     *
     * @param content digest of what was sent
     * @param answer null while it is under way
     */
    record Given(ByteBuffer content, @Nullable CompletionStage<BatchReceipt> answer, int bytes) {}

    /**
     * Claims a key for a request that begins now.
     *
     * @return what the key was claimed for before; null if it is this request's own
     */
    @Nullable
    Given claim(Key key, ByteBuffer content) {
        return given.asMap().putIfAbsent(key, new Given(content, null, EACH));
    }

    /** Remembers the answer of the request that has claimed the key. */
    void keep(Key key, ByteBuffer content, BatchReceipt receipt) {
        int bytes = EACH;
        for (var item : receipt.problems()) {
            bytes += EACH + length(item.problem().detail());
        }
        settle(key, content, CompletableFuture.completedStage(receipt), bytes);
    }

    /** Remembers that the request that has claimed the key was turned away. */
    void keep(Key key, ByteBuffer content, Rejected refusal) {
        settle(key, content, CompletableFuture.failedStage(refusal), EACH + length(refusal.detail()));
    }

    private void settle(Key key, ByteBuffer content, CompletionStage<BatchReceipt> answer, int bytes) {
        given.asMap().replace(key, new Given(content, null, EACH), new Given(content, answer, bytes));
    }

    /** Gives a key free again: what became of its request is not known. */
    void release(Key key, ByteBuffer content) {
        given.asMap().remove(key, new Given(content, null, EACH));
    }

    /** How many are remembered. */
    long size() {
        given.cleanUp();
        return given.estimatedSize();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length() * Character.BYTES;
    }
}
