package io.feverline.alert.detection;

import io.feverline.alert.episode.Episode;
import io.feverline.alert.episode.EpisodeBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The books of one partition, in its two stores. */
final class EpisodeShelf {
    private final KeyValueStore<String, RememberedBook> books;
    private final KeyValueStore<String, String> keys;

    private EpisodeShelf(KeyValueStore<String, RememberedBook> books, KeyValueStore<String, String> keys) {
        this.books = books;
        this.keys = keys;
    }

    static EpisodeShelf of(ProcessorContext<?, ?> context) {
        return new EpisodeShelf(
                context.getStateStore(DetectionTopology.BOOKS), context.getStateStore(DetectionTopology.BOOK_KEYS));
    }

    /** The key of the book that has taken in this reading, if one has. */
    @Nullable
    String keyOf(@Nullable UUID readingId) {
        return readingId == null ? null : keys.get(readingId.toString());
    }

    EpisodeBook book(String key) {
        RememberedBook remembered = books.get(key);
        return remembered == null ? EpisodeBook.EMPTY : remembered.book();
    }

    void put(String key, EpisodeBook book, UUID readingId, Instant now) {
        books.put(key, new RememberedBook(book, now));
        keys.put(readingId.toString(), key);
    }

    void forgetBefore(Instant limit) {
        List<KeyValue<String, RememberedBook>> stale = new ArrayList<>();
        try (KeyValueIterator<String, RememberedBook> all = books.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.touchedAt().isBefore(limit)) {
                    stale.add(entry);
                }
            });
        }
        stale.forEach(entry -> forget(entry.key, entry.value.book()));
    }

    private void forget(String key, EpisodeBook book) {
        for (Episode episode : book.episodes()) {
            episode.course()
                    .entries()
                    .forEach(entry -> keys.delete(entry.readingId().toString()));
        }
        books.delete(key);
    }
}
