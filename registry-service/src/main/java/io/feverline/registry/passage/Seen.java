package io.feverline.registry.passage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a batch tells of one traveller or vehicle: the span of time, and the newest sighting.
 *
 * @param newest what the reading with {@code newestReading} told
 */
record Seen<S>(String token, Instant first, Instant last, UUID newestReading, S newest) {
    /**
     * Sightings brought together by token. In order of token: consumers that lock rows in the same order never wait for
     * each other in a circle.
     */
    static <S> List<Seen<S>> in(
            Collection<Passage> passages, Function<Passage, @Nullable S> sighting, Function<S, String> token) {
        var seen = new TreeMap<String, Seen<S>>();
        for (Passage passage : passages) {
            S sighted = sighting.apply(passage);
            if (sighted != null) {
                Instant at = passage.measuredAt();
                var one = new Seen<>(token.apply(sighted), at, at, passage.readingId(), sighted);
                seen.merge(one.token, one, Seen::and);
            }
        }
        return List.copyOf(seen.values());
    }

    private Seen<S> and(Seen<S> other) {
        Seen<S> newer = other.last.isAfter(last) ? other : this;
        Instant earliest = first.isBefore(other.first) ? first : other.first;
        return new Seen<>(token, earliest, newer.last, newer.newestReading, newer.newest);
    }
}
