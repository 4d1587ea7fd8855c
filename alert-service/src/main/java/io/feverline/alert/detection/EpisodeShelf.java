package io.feverline.alert.detection;

import io.feverline.alert.detection.BookSerde.Remembered;
import io.feverline.alert.episode.EpisodeBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The books of one partition. Those with an episode are kept for a day and survive. Of travellers without, who are
 * nearly all, the readings of the last few thousand are kept in memory, for a fever that comes in after its recheck.
 */
final class EpisodeShelf {
    private final KeyValueStore<String, Remembered> books;

    /** The keys of {@link #books}, as each reading asks for its own, and the store compares a dozen to answer. */
    private final Set<String> withEpisode = new HashSet<>();

    private final LooseReadings withoutEpisode = new LooseReadings();
    private final KeyValueStore<String, String> keys;

    private EpisodeShelf(KeyValueStore<String, Remembered> books, KeyValueStore<String, String> keys) {
        this.books = books;
        this.keys = keys;
        forEach((key, book) -> withEpisode.add(key));
    }

    static EpisodeShelf of(ProcessorContext<?, ?> context) {
        return new EpisodeShelf(
                context.getStateStore(DetectionTopology.BOOKS), context.getStateStore(DetectionTopology.BOOK_KEYS));
    }

    /** The key of the book in whose episode a reading is. */
    @Nullable
    String keyOf(UUID readingId) {
        return keys.get(readingId.toString());
    }

    boolean hasEpisode(String key) {
        return withEpisode.contains(key);
    }

    /** Keeps a reading that is nobody's fever, as it came, for as long as there is room. */
    void keep(String key, byte[] reading) {
        withoutEpisode.keep(key, reading);
    }

    /** The book of a key that has an episode; an empty one of another. */
    EpisodeBook book(String key) {
        Remembered remembered = books.get(key);
        return remembered == null ? EpisodeBook.EMPTY : remembered.book();
    }

    /** What was kept of a key, as it came. */
    List<byte[]> kept(String key) {
        return withoutEpisode.of(key);
    }

    /** Remembers a book with an episode. */
    void put(String key, EpisodeBook book, Instant now) {
        books.put(key, new Remembered(book, now));
        withEpisode.add(key);
        withoutEpisode.forget(key);
    }

    /** Lets a reading's episode be found by its id. */
    void index(UUID readingId, String key) {
        keys.putIfAbsent(readingId.toString(), key);
    }

    void forEach(BiConsumer<String, EpisodeBook> action) {
        try (KeyValueIterator<String, Remembered> all = books.all()) {
            all.forEachRemaining(entry -> action.accept(entry.key, entry.value.book()));
        }
    }

    void forgetBefore(Instant limit) {
        List<KeyValue<String, Remembered>> stale = new ArrayList<>();
        try (KeyValueIterator<String, Remembered> all = books.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.touchedAt().isBefore(limit)) {
                    stale.add(entry);
                }
            });
        }
        for (var entry : stale) {
            entry.value.book().readings().forEach(id -> keys.delete(id.toString()));
            books.delete(entry.key);
            withEpisode.remove(entry.key);
        }
    }
}
