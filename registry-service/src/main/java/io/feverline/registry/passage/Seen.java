package io.feverline.registry.passage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a batch tells of one traveller or vehicle: the span of time, what is known, and the newest identity. Of
 * sightings that come in order of time it is what the statements of {@link PassageSql} would come to if each were a
 * batch of its own.
 *
 * @param known what the newest sighting told, filled from those before it
 * @param seal null when no sighting came with an identity
 */
record Seen<S extends Sighting<S>>(
        String token,
        Instant first,
        Instant last,
        S known,
        @Nullable Seal seal) {
    /** An identity and the reading that it was sealed with, which is part of what the seal authenticates. */
    record Seal(SealedIdentity identity, UUID readingId, Instant at) {}

    /**
     * Sightings brought together by token. In order of token: consumers that lock rows in the same order never wait for
     * each other in a circle.
     */
    static <S extends Sighting<S>> List<Seen<S>> in(
            Collection<Passage> passages, Function<Passage, @Nullable S> sighting) {
        var seen = new TreeMap<String, Seen<S>>();
        for (Passage passage : passages) {
            S sighted = sighting.apply(passage);
            if (sighted != null) {
                seen.merge(sighted.token(), of(passage, sighted), Seen::and);
            }
        }
        return List.copyOf(seen.values());
    }

    private static <S extends Sighting<S>> Seen<S> of(Passage passage, S sighted) {
        Instant at = passage.measuredAt();
        SealedIdentity identity = sighted.sealed();
        Seal seal = identity == null ? null : new Seal(identity, passage.readingId(), at);
        return new Seen<>(sighted.token(), at, at, sighted, seal);
    }

    /** One that comes later without being newer tells nothing but, if it has one that is, its identity. */
    private Seen<S> and(Seen<S> later) {
        boolean isNewer = later.last.isAfter(last);
        return new Seen<>(
                token,
                first.isBefore(later.first) ? first : later.first,
                isNewer ? later.last : last,
                isNewer ? later.known.filledFrom(known) : known,
                newest(seal, later.seal));
    }

    private static @Nullable Seal newest(@Nullable Seal seal, @Nullable Seal later) {
        if (seal == null || later == null) {
            return seal == null ? later : seal;
        }
        return later.at.isAfter(seal.at) ? later : seal;
    }
}
