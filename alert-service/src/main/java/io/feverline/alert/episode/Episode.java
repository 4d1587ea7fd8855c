package io.feverline.alert.episode;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.rule.FeverGrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One traveller's possible fever: fevers that follow each other within the recheck window, and what was measured in
 * their windows. How it stands follows from its readings in the order of their measuring, so the order in which they
 * came in does not matter.
 *
 * @param openedBy the feverish reading that was the first to be told of; the episode keeps its name
 * @param readings as measured, a fever first; of very many, enough to tell how it stands and which readings are near
 * @param revision how often it has changed
 * @param windowEnded the time for a recheck ran out while one was awaited
 * @param absorbed the episodes that turned out to be one with this
 */
public record Episode(
        UUID openedBy, List<Screened> readings, int revision, boolean windowEnded, List<Absorbed> absorbed) {

    /** How many readings are kept: a thermometer that looks at one seat has no end of them. */
    static final int MOST = 64;

    /** Namespace of episode ids. */
    private static final UUID EPISODES = UUID.fromString("7f0f8a5e-5a0c-5d6e-9d63-6a1f3a3b6f01");

    /**
     * An episode that was told of, and turned out to be one with another.
     *
     * @param openedBy its name
     * @param revision of its last change
     */
    public record Absorbed(UUID openedBy, int revision) {}

    public Episode {
        readings = List.copyOf(readings);
        absorbed = List.copyOf(absorbed);
    }

    static Episode opened(Screened fever, List<Screened> readings) {
        return new Episode(fever.id(), readings, 1, false, List.of());
    }

    /** An episode's id, the same however often its opening reading is delivered. */
    public static UUID id(UUID openedBy) {
        return NameBasedUuid.of(EPISODES, openedBy);
    }

    /** How it stands. */
    public Standing standing() {
        Standing standing = new Suspected();
        for (Screened reading : readings.subList(1, readings.size())) {
            standing = standing.on(reading);
        }
        return windowEnded ? standing.onWindowEnd() : standing;
    }

    /** Until when a recheck is waited for; null when none is. */
    @Nullable
    Instant recheckBy() {
        return standing() instanceof Suspected ? lastFever().recheckBy() : null;
    }

    boolean has(UUID readingId) {
        return readings.stream().anyMatch(reading -> reading.id().equals(readingId));
    }

    /** With more readings, and with what later told episodes they were in. */
    Episode with(List<Screened> all, List<Episode> others) {
        int next = 1
                + Stream.concat(Stream.of(this), others.stream())
                        .mapToInt(Episode::revision)
                        .max()
                        .orElseThrow();
        Stream<Absorbed> theirs = others.stream()
                .flatMap(other -> Stream.concat(
                        Stream.of(other.openedBy), other.absorbed.stream().map(Absorbed::openedBy)))
                .map(name -> new Absorbed(name, next));
        Episode whole = new Episode(
                openedBy,
                all,
                next,
                windowEnded,
                Stream.concat(absorbed.stream(), theirs).toList());
        return all.size() > MOST ? whole.withoutOne() : whole;
    }

    /**
     * Without a reading that is not missed: neither a name, nor what the standing or the severity hangs on, nor the only
     * link between two fevers.
     */
    private Episode withoutOne() {
        for (int i = 1; i < readings.size() - 1; i++) {
            var rest = new ArrayList<>(readings);
            Screened reading = rest.remove(i);
            boolean named = reading.id().equals(openedBy)
                    || absorbed.stream().anyMatch(other -> other.openedBy().equals(reading.id()));
            if (!named && isChain(rest)) {
                var without = new Episode(openedBy, rest, revision, windowEnded, absorbed);
                if (without.isJudgedAs(this)) {
                    return without;
                }
            }
        }
        return this;
    }

    private boolean isJudgedAs(Episode other) {
        return standing().equals(other.standing())
                && grade() == other.grade()
                && historic() == other.historic()
                && Objects.equals(keyRegion(), other.keyRegion());
    }

    private static boolean isChain(List<Screened> asMeasured) {
        Instant reach = asMeasured.get(0).windowEnd();
        for (Screened reading : asMeasured) {
            if (reading.measuredAt().isAfter(reach)) {
                return false;
            }
            reach = reading.reaching(reach);
        }
        return true;
    }

    Episode endingWindow() {
        return new Episode(openedBy, readings, revision + 1, true, absorbed);
    }

    EpisodeChange took(Screened reading) {
        return change(openedBy, Cause.READING, standing().state(), revision, null, reading);
    }

    EpisodeChange windowEnd() {
        return change(openedBy, Cause.WINDOW_END, standing().state(), revision, null, lastFever());
    }

    /** The last changes of the episodes that turned out to be one with this at this revision or a later one. */
    List<EpisodeChange> absorptions(int since) {
        return absorbed.stream()
                .filter(other -> other.revision() >= since)
                .map(other -> change(
                        other.openedBy(),
                        Cause.MERGER,
                        EpisodeState.MERGED,
                        other.revision(),
                        id(openedBy),
                        reading(other.openedBy())))
                .toList();
    }

    /** All that was ever told of it, as it stands now: whoever knows it already is told nothing new. */
    List<EpisodeChange> retold() {
        var changes = new ArrayList<EpisodeChange>();
        changes.add(took(reading(openedBy)));
        readings.stream()
                .filter(reading -> !reading.id().equals(openedBy))
                .map(this::took)
                .forEach(changes::add);
        if (windowEnded) {
            changes.add(windowEnd());
        }
        changes.addAll(absorptions(0));
        return changes;
    }

    private EpisodeChange change(
            UUID opener, Cause cause, EpisodeState state, int atRevision, @Nullable UUID mergedInto, Screened reading) {
        return new EpisodeChange(
                id(opener),
                cause,
                state,
                opener,
                reading(opener).measuredAt(),
                historic(),
                grade(),
                keyRegion(),
                atRevision,
                mergedInto,
                reading);
    }

    /** A live fever makes an episode live that a late one had opened: it must be paged. */
    private boolean historic() {
        return readings.stream().filter(Screened::isFever).allMatch(Screened::historic);
    }

    private FeverGrade grade() {
        return readings.stream()
                .map(reading -> reading.verdict().grade())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(FeverGrade.LOW);
    }

    private @Nullable String keyRegion() {
        return readings.stream()
                .map(Screened::keyRegion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Screened reading(UUID id) {
        return readings.stream()
                .filter(reading -> reading.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Screened lastFever() {
        return readings.stream()
                .filter(Screened::isFever)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
