package io.feverline.alert.episode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What happened in an episode so far.
 *
 * @param openedBy the feverish reading that opened it
 * @param openedAt when that reading was measured
 * @param entries every reading taken in, the opening one first
 */
public record Course(UUID openedBy, Instant openedAt, List<Entry> entries) {

    /** Namespace of episode ids. */
    private static final UUID EPISODES = UUID.fromString("7f0f8a5e-5a0c-5d6e-9d63-6a1f3a3b6f01");

    /**
     * One reading taken in and how things stood after it, so that the same reading, delivered again, tells the same.
     *
     * @param historic no live fever had been taken in yet
     */
    public record Entry(UUID readingId, EpisodeState state, boolean historic) {}

    public Course {
        entries = List.copyOf(entries);
    }

    /** The episode's id, the same however often the opening reading is delivered. */
    public UUID episodeId() {
        return NameBasedUuid.of(EPISODES, openedBy);
    }

    boolean historic() {
        return entries.isEmpty() || entries.get(entries.size() - 1).historic();
    }

    Optional<Entry> entry(UUID readingId) {
        return entries.stream().filter(e -> e.readingId().equals(readingId)).findFirst();
    }

    /** A live fever makes an episode live that a late one had opened: it must be paged. */
    Course plus(Screened reading, EpisodeState state) {
        boolean stillHistoric = historic() && (reading.historic() || !reading.isFever());
        Entry entry = new Entry(reading.id(), state, stillHistoric);
        return new Course(
                openedBy,
                openedAt,
                Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }
}
