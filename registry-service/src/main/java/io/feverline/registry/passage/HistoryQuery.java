package io.feverline.registry.passage;

import io.feverline.registry.access.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What part of a history is asked for.
 *
 * @param subject the traveller's or vehicle's id
 * @param reader passages that the reader may not see are left out
 * @param from inclusive; null for the beginning
 * @param to exclusive; null for no end
 * @param cursor null for the first page
 */
public record HistoryQuery(
        UUID subject,
        Actor reader,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable HistoryCursor cursor,
        int limit) {
    /** Later than any reading, early enough for every database. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** The same, from the next page on. */
    public HistoryQuery after(HistoryCursor next) {
        return new HistoryQuery(subject, reader, from, to, next, limit);
    }

    /** In words for the record. */
    String period() {
        return "%s to %s".formatted(begin(), to == null ? "its end" : to);
    }

    Instant begin() {
        return from == null ? Instant.EPOCH : from;
    }

    HistoryCursor start() {
        return cursor != null ? cursor : HistoryCursor.before(to == null ? END : to);
    }
}
