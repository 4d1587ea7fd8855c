package io.feverline.alert.episode;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The episodes of one traveller (or of one anonymous fever), and the decision which of them a reading belongs to.
 *
 * @param episodes in the order of their opening
 */
public record EpisodeBook(List<Episode> episodes) {

    public static final EpisodeBook EMPTY = new EpisodeBook(List.of());

    /**
     * What became of a reading.
     *
     * @param book the book after it
     * @param change what to tell
     */
    public record Decision(EpisodeBook book, EpisodeChange change) {}

    public EpisodeBook {
        episodes = List.copyOf(episodes);
    }

    /** Finds the reading's episode: the one it is already in, or one whose window it falls into. */
    public Optional<Decision> taken(Screened reading, RecheckWindow window) {
        return told(reading).or(() -> openTo(reading, window).map(e -> replaced(e, e.taking(reading), reading)));
    }

    /** As {@link #taken}, but a fever without an episode opens one. */
    public Optional<Decision> takenOrOpened(Screened reading, RecheckWindow window) {
        Optional<Decision> taken = taken(reading, window);
        return taken.isPresent() || !reading.isFever() ? taken : Optional.of(opened(reading));
    }

    private Optional<Decision> told(Screened reading) {
        return episodes.stream()
                .flatMap(e -> e.course().entry(reading.id()).stream().map(entry -> EpisodeChange.of(e.course(), entry)))
                .findFirst()
                .map(change -> new Decision(this, change));
    }

    private Optional<Episode> openTo(Screened reading, RecheckWindow window) {
        Comparator<Episode> named = Comparator.comparing(e -> rechecks(e, reading.recheckOf()));
        return episodes.stream()
                .filter(e -> window.covers(e, reading))
                .max(named.thenComparing(e -> e.course().openedAt()));
    }

    private static boolean rechecks(Episode episode, @Nullable UUID recheckOf) {
        return recheckOf != null && episode.course().entry(recheckOf).isPresent();
    }

    private Decision opened(Screened reading) {
        Episode episode = Episode.openedBy(reading);
        return decision(Stream.concat(episodes.stream(), Stream.of(episode)).toList(), episode, reading);
    }

    private Decision replaced(Episode before, Episode after, Screened reading) {
        List<Episode> next =
                episodes.stream().map(e -> e.equals(before) ? after : e).toList();
        return decision(next, after, reading);
    }

    private static Decision decision(List<Episode> next, Episode episode, Screened reading) {
        Course.Entry entry = episode.course().entry(reading.id()).orElseThrow();
        return new Decision(new EpisodeBook(next), EpisodeChange.of(episode.course(), entry));
    }
}
