package io.feverline.alert.detection;

import io.feverline.alert.detection.BookSerde.Remembered;
import io.feverline.alert.episode.EpisodeBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The books of one partition. Those with an episode are kept for a day and survive; of those without, which are nearly
 * all, the last few thousand are kept in memory, for a fever that comes in after its recheck.
 */
final class EpisodeShelf {
    /**
     * A book has some 800 bytes. At ten travellers a second in six partitions, those of fifty minutes: a recheck is
     * waited for thirty.
     */
    private static final int MOST_WITHOUT_EPISODE = 5_000;

    private final KeyValueStore<String, Remembered> books;
    private final Map<String, EpisodeBook> withoutEpisode = new LeastRecentlyUsed();
    private final KeyValueStore<String, String> keys;

    /** Not a store: it is not worth a changelog, and every traveller's book would be written and read as bytes. */
    private static final class LeastRecentlyUsed extends LinkedHashMap<String, EpisodeBook> {
        private static final long serialVersionUID = 1;
        private static final int FIRST_CAPACITY = 16;
        private static final float LOAD = 0.75f;

        LeastRecentlyUsed() {
            super(FIRST_CAPACITY, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EpisodeBook> eldest) {
            return size() > MOST_WITHOUT_EPISODE;
        }
    }

    private EpisodeShelf(KeyValueStore<String, Remembered> books, KeyValueStore<String, String> keys) {
        this.books = books;
        this.keys = keys;
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

    EpisodeBook book(String key) {
        Remembered remembered = books.get(key);
        return remembered == null ? withoutEpisode.getOrDefault(key, EpisodeBook.EMPTY) : remembered.book();
    }

    void put(String key, EpisodeBook book, Instant now) {
        if (book.episodes().isEmpty()) {
            withoutEpisode.put(key, book);
        } else {
            books.put(key, new Remembered(book, now));
            withoutEpisode.remove(key);
        }
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
        }
    }
}
