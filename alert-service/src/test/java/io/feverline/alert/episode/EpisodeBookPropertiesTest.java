package io.feverline.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.rule.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EpisodeBookPropertiesTest {
    private static final Instant LONG_AFTER = Taken.EIGHT.plus(Duration.ofDays(2));

    @Property(tries = 300)
    void any_order_of_arrival_ends_the_same(@ForAll("readings") List<Screened> readings, @ForAll Random random) {
        List<Screened> inOrder = readings.stream().sorted(Screened.AS_MEASURED).toList();
        List<Screened> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, random);

        assertThat(ends(arriving(shuffled, random))).isEqualTo(ends(arriving(inOrder, random)));
    }

    @Property(tries = 300)
    void what_was_told_adds_up_to_the_book(@ForAll("readings") List<Screened> readings, @ForAll Random random) {
        var listener = new Listener();

        EpisodeBook book = arriving(readings, random, listener);

        assertThat(listener.standing()).isEqualTo(ends(book));
    }

    @Property(tries = 300)
    void telling_again_what_was_told_says_nothing_new(
            @ForAll("readings") List<Screened> readings, @ForAll Random random) {
        var listener = new Listener();
        EpisodeBook book = arriving(readings, random, listener);
        Set<Set<UUID>> before = listener.standing().keySet();
        int news = listener.news;

        for (Screened reading : readings) {
            EpisodeBook.Decision decision = book.take(reading);
            decision.changes().forEach(listener::hear);
            assertThat(decision.book().episodes()).isEqualTo(book.episodes());
        }

        assertThat(listener.news).isEqualTo(news);
        assertThat(listener.standing().keySet()).isEqualTo(before);
    }

    @Property(tries = 300)
    void every_fever_is_in_exactly_one_episode(@ForAll("readings") List<Screened> readings, @ForAll Random random) {
        EpisodeBook book = arriving(readings, random);

        for (Screened reading : readings) {
            long episodes = book.episodes().stream()
                    .filter(episode -> episode.has(reading.id()))
                    .count();
            assertThat(episodes).isBetween(reading.isFever() ? 1L : 0L, 1L);
        }
    }

    @Property(tries = 300)
    void a_revision_never_goes_back(
            @ForAll("readings") List<Screened> readings,
            @ForAll Random random,
            @ForAll @IntRange(max = 3) int redelivered) {
        Map<UUID, Integer> revisions = new HashMap<>();
        List<Screened> arriving = new ArrayList<>(readings);
        arriving.addAll(readings.subList(0, Math.min(redelivered, readings.size())));
        Collections.shuffle(arriving, random);

        arriving(arriving, random, new Listener() {
            @Override
            void hear(EpisodeChange change) {
                assertThat(change.revision()).isGreaterThanOrEqualTo(revisions.getOrDefault(change.episodeId(), 0));
                revisions.put(change.episodeId(), change.revision());
            }
        });
    }

    private static EpisodeBook arriving(List<Screened> readings, Random random) {
        return arriving(readings, random, new Listener());
    }

    /** Takes them in as they come; now and then it is looked whether windows have ended. */
    private static EpisodeBook arriving(List<Screened> readings, Random random, Listener listener) {
        EpisodeBook book = EpisodeBook.EMPTY;
        for (Screened reading : readings) {
            if (random.nextInt(4) == 0) {
                var ended = book.endWindows(Taken.EIGHT.plusSeconds(random.nextInt(20_000)));
                ended.changes().forEach(listener::hear);
                book = ended.book();
            }
            var taken = book.take(reading);
            taken.changes().forEach(listener::hear);
            book = taken.book();
        }
        var ended = book.endWindows(LONG_AFTER);
        ended.changes().forEach(listener::hear);
        return ended.book();
    }

    /** The episodes, each by its readings, and how they stand. */
    private static Map<Set<UUID>, EpisodeState> ends(EpisodeBook book) {
        Map<Set<UUID>, EpisodeState> ends = new HashMap<>();
        for (Episode episode : book.episodes()) {
            Set<UUID> readings = new HashSet<>();
            episode.readings().forEach(reading -> readings.add(reading.id()));
            ends.put(readings, episode.standing().state());
        }
        return ends;
    }

    /** Knows only what it is told, and keeps by what it knows best. */
    private static class Listener {
        private final Map<UUID, Integer> revisions = new HashMap<>();
        private final Map<UUID, EpisodeState> states = new HashMap<>();
        private final Map<UUID, Set<UUID>> readings = new HashMap<>();
        private final Map<UUID, UUID> mergedInto = new HashMap<>();
        private final Set<UUID> known = new HashSet<>();
        private int news;

        void hear(EpisodeChange change) {
            UUID episode = change.episodeId();
            boolean isNew = change.cause() == Cause.READING
                    && known.add(change.reading().id());
            if (isNew) {
                readings.computeIfAbsent(episode, id -> new HashSet<>())
                        .add(change.reading().id());
            }
            if (isNew || change.revision() > revisions.getOrDefault(episode, 0)) {
                news++;
            }
            if (change.revision() >= revisions.getOrDefault(episode, 0)) {
                revisions.put(episode, change.revision());
                states.put(episode, change.state());
                if (change.mergedInto() != null) {
                    mergedInto.put(episode, change.mergedInto());
                }
            }
        }

        Map<Set<UUID>, EpisodeState> standing() {
            Map<UUID, Set<UUID>> all = new HashMap<>();
            readings.forEach((episode, own) -> all.computeIfAbsent(
                            mergedInto.getOrDefault(episode, episode), id -> new HashSet<>())
                    .addAll(own));
            Map<Set<UUID>, EpisodeState> standing = new HashMap<>();
            all.forEach((episode, whole) -> standing.put(whole, states.get(episode)));
            return standing;
        }
    }

    @Provide
    Arbitrary<List<Screened>> readings() {
        Arbitrary<Screened> reading = Combinators.combine(
                        Arbitraries.longs().between(0, Duration.ofHours(3).toSeconds()),
                        Arbitraries.of(true, false),
                        Arbitraries.of(10, 30),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.just(Kind.FEVER)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(Kind.NORMAL)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(Kind.INVALID_COLD))))
                .as((second, late, window, verdict) -> {
                    Screened taken =
                            Taken.withWindow(Taken.at(verdict, Duration.ofSeconds(second)), Duration.ofMinutes(window));
                    return late ? Taken.late(taken, Duration.ofHours(1)) : taken;
                });
        // No more than a book keeps of loose ones.
        return reading.list().ofMaxSize(12);
    }
}
