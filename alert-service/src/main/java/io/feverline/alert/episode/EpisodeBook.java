package io.feverline.alert.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one traveller (or of one anonymous fever and its rechecks), and the episodes in it.
 *
 * <p>Fevers that follow each other within the recheck window are one episode, and so is what was measured in the
 * windows of its fevers. A reading that comes in late can only make one episode of two, never two of one: so what was
 * told stays true, and any order of arrival ends the same.
 *
 * @param episodes in the order in which they were first told of
 * @param loose readings that belong to no episode so far, as measured
 */
public record EpisodeBook(List<Episode> episodes, List<Screened> loose) {

    public static final EpisodeBook EMPTY = new EpisodeBook(List.of(), List.of());

    /**
     * Loose readings are kept for a fever that comes in after its recheck. Of a bus driver, who is measured all day,
     * the newest.
     */
    public static final int MOST_LOOSE = 12;

    /**
     * What became of a book.
     *
     * @param changes what to tell, in this order
     */
    public record Decision(EpisodeBook book, List<EpisodeChange> changes) {}

    public EpisodeBook {
        episodes = List.copyOf(episodes);
        loose = List.copyOf(loose);
    }

    /** Takes in a reading. One that was taken in before changes nothing, and tells all of its episode again. */
    public Decision take(Screened reading) {
        for (Episode episode : episodes) {
            if (episode.has(reading.id())) {
                return new Decision(this, episode.retold());
            }
        }
        if (contains(loose, reading.id())) {
            return new Decision(this, List.of());
        }
        return episodes.isEmpty() && !reading.isFever() ? withLoose(reading) : regrouped(reading);
    }

    /** Ends those windows in which a recheck was waited for until now. */
    public Decision endWindows(Instant now) {
        var changes = new ArrayList<EpisodeChange>();
        var next = new ArrayList<Episode>(episodes.size());
        for (Episode episode : episodes) {
            Instant recheckBy = episode.recheckBy();
            if (recheckBy == null || now.isBefore(recheckBy)) {
                next.add(episode);
            } else {
                Episode ended = episode.endingWindow();
                next.add(ended);
                changes.add(ended.windowEnd());
            }
        }
        return changes.isEmpty() ? new Decision(this, List.of()) : new Decision(new EpisodeBook(next, loose), changes);
    }

    /** When the next window ends in which a recheck is waited for; null when none is. */
    public @Nullable Instant nextWindowEnd() {
        return episodes.stream()
                .map(Episode::recheckBy)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** All that was told, as it stands now. */
    public List<EpisodeChange> retold() {
        return episodes.stream().flatMap(episode -> episode.retold().stream()).toList();
    }

    /** The ids of all readings in it. */
    public Stream<UUID> readings() {
        return Stream.concat(episodes.stream().flatMap(episode -> episode.readings().stream()), loose.stream())
                .map(Screened::id);
    }

    private Decision withLoose(Screened reading) {
        return new Decision(new EpisodeBook(List.of(), newest(sorted(loose, reading))), List.of());
    }

    private Decision regrouped(Screened reading) {
        var told = episodes.stream().flatMap(episode -> episode.readings().stream());
        Grouping grouping =
                Grouping.of(sorted(Stream.concat(told, loose.stream()).toList(), reading));
        var next = new ArrayList<>(episodes);
        var changes = new ArrayList<EpisodeChange>();
        for (List<Screened> group : grouping.episodes()) {
            List<Episode> before = episodes.stream()
                    .filter(episode -> contains(group, episode.openedBy()))
                    .toList();
            if (before.isEmpty()) {
                Episode opened = Episode.opened(reading, group);
                next.add(opened);
                changes.addAll(opened.retold());
            } else if (group.size() > before.get(0).readings().size()) {
                List<Episode> others = before.subList(1, before.size());
                Episode grown = before.get(0).with(group, others);
                next.set(next.indexOf(before.get(0)), grown);
                next.removeAll(others);
                group.stream()
                        .filter(member -> before.stream().noneMatch(episode -> episode.has(member.id())))
                        .map(grown::took)
                        .forEach(changes::add);
                changes.addAll(grown.absorptions(grown.revision()));
            }
        }
        return new Decision(new EpisodeBook(next, newest(grouping.loose())), changes);
    }

    /** The readings of a book by what belongs together; as measured, all of them. */
    private record Grouping(List<List<Screened>> episodes, List<Screened> loose) {

        static Grouping of(List<Screened> asMeasured) {
            var grouping = new Grouping(new ArrayList<>(), new ArrayList<>());
            var current = new ArrayList<Screened>();
            Instant reach = Instant.MIN;
            for (Screened reading : asMeasured) {
                boolean belongs = !reading.measuredAt().isAfter(reach);
                if (!belongs && !reading.isFever()) {
                    grouping.loose.add(reading);
                    continue;
                }
                if (!belongs) {
                    current = new ArrayList<>();
                    grouping.episodes.add(current);
                }
                current.add(reading);
                reach = reading.reaching(reach);
            }
            return grouping;
        }
    }

    private static List<Screened> sorted(List<Screened> readings, Screened another) {
        return Stream.concat(readings.stream(), Stream.of(another))
                .sorted(Screened.AS_MEASURED)
                .toList();
    }

    private static List<Screened> newest(List<Screened> asMeasured) {
        return asMeasured.subList(Math.max(0, asMeasured.size() - MOST_LOOSE), asMeasured.size());
    }

    private static boolean contains(List<Screened> group, UUID readingId) {
        return group.stream().anyMatch(reading -> reading.id().equals(readingId));
    }
}
