package io.feverline.alert.episode;

import static io.feverline.alert.episode.EpisodeState.CLEARED;
import static io.feverline.alert.episode.EpisodeState.CONFIRMED;
import static io.feverline.alert.episode.EpisodeState.SUSPECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.rule.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EpisodeBookTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final RecheckWindow WINDOW = new RecheckWindow(Duration.ofMinutes(30));

    private EpisodeBook book = EpisodeBook.EMPTY;

    @Test
    void a_fever_opens_an_episode_named_after_it() {
        Screened fever = reading(Kind.FEVER, Duration.ZERO);

        EpisodeChange change = take(fever).orElseThrow();

        assertThat(change.state()).isEqualTo(SUSPECTED);
        assertThat(change.openedBy()).isEqualTo(fever.id());
        assertThat(change.openedAt()).isEqualTo(EIGHT);
        assertThat(change.episodeId().version()).isEqualTo(5);
    }

    @Test
    void what_is_no_fever_opens_nothing() {
        assertThat(take(reading(Kind.NORMAL, Duration.ZERO))).isEmpty();
        assertThat(take(reading(Kind.INVALID_COLD, Duration.ZERO))).isEmpty();
        assertThat(book.episodes()).isEmpty();
    }

    @Test
    void a_second_fever_confirms() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.FEVER, Duration.ofMinutes(5))).isEqualTo(CONFIRMED);
    }

    @Test
    void a_normal_reading_clears() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.NORMAL, Duration.ofMinutes(5))).isEqualTo(CLEARED);
    }

    @Test
    void a_cold_reading_neither_confirms_nor_clears() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.INVALID_COLD, Duration.ofMinutes(1))).isEqualTo(SUSPECTED);
    }

    @Test
    void a_fever_after_clearing_confirms_the_same_episode() {
        take(reading(Kind.FEVER, Duration.ZERO));
        take(reading(Kind.NORMAL, Duration.ofMinutes(5)));

        assertThat(stateAfter(Kind.FEVER, Duration.ofMinutes(10))).isEqualTo(CONFIRMED);
        assertThat(book.episodes()).hasSize(1);
    }

    @Test
    void a_normal_reading_does_not_undo_two_fevers() {
        take(reading(Kind.FEVER, Duration.ZERO));
        take(reading(Kind.FEVER, Duration.ofMinutes(5)));

        assertThat(stateAfter(Kind.NORMAL, Duration.ofMinutes(10))).isEqualTo(CONFIRMED);
    }

    @Test
    void the_window_includes_its_end() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.NORMAL, Duration.ofMinutes(30))).isEqualTo(CLEARED);
    }

    @Test
    void one_millisecond_after_the_window_a_normal_reading_says_nothing_and_a_fever_opens_another() {
        take(reading(Kind.FEVER, Duration.ZERO));
        Duration after = Duration.ofMinutes(30).plusMillis(1);

        assertThat(take(reading(Kind.NORMAL, after))).isEmpty();
        assertThat(stateAfter(Kind.FEVER, after)).isEqualTo(SUSPECTED);
        assertThat(book.episodes()).hasSize(2);
    }

    @Test
    void a_normal_reading_from_before_the_fever_does_not_clear_it() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(take(reading(Kind.NORMAL, Duration.ofMillis(-1)))).isEmpty();
    }

    @Test
    void a_fever_from_just_before_joins() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.FEVER, Duration.ofSeconds(-2))).isEqualTo(CONFIRMED);
        assertThat(book.episodes()).hasSize(1);
    }

    @Test
    void a_redelivered_reading_tells_the_same_and_changes_nothing() {
        Screened opening = reading(Kind.FEVER, Duration.ZERO);
        Optional<EpisodeChange> told = take(opening);
        take(reading(Kind.NORMAL, Duration.ofMinutes(5)));
        EpisodeBook before = book;

        assertThat(take(opening)).isEqualTo(told);
        assertThat(book).isEqualTo(before);
    }

    @Test
    void a_recheck_goes_to_the_episode_it_names_when_two_are_open() {
        Screened first = reading(Kind.FEVER, Duration.ZERO);
        take(first);
        take(reading(Kind.FEVER, Duration.ofMinutes(40)));
        Screened recheck =
                new Screened(UUID.randomUUID(), EIGHT.plus(Duration.ofMinutes(20)), false, first.id(), Kind.FEVER);

        assertThat(take(recheck).orElseThrow().openedBy()).isEqualTo(first.id());
    }

    @Test
    void a_live_fever_makes_a_late_episode_live() {
        take(new Screened(UUID.randomUUID(), EIGHT, true, null, Kind.FEVER));

        assertThat(take(reading(Kind.NORMAL, Duration.ofMinutes(1)))
                        .orElseThrow()
                        .historic())
                .isTrue();
        assertThat(take(reading(Kind.FEVER, Duration.ofMinutes(2)))
                        .orElseThrow()
                        .historic())
                .isFalse();
    }

    private Screened reading(Kind verdict, Duration afterEight) {
        return new Screened(UUID.randomUUID(), EIGHT.plus(afterEight), false, null, verdict);
    }

    private EpisodeState stateAfter(Kind verdict, Duration afterEight) {
        return take(reading(verdict, afterEight)).orElseThrow().state();
    }

    private Optional<EpisodeChange> take(Screened reading) {
        Optional<EpisodeBook.Decision> decision = book.takenOrOpened(reading, WINDOW);
        decision.ifPresent(d -> book = d.book());
        return decision.map(EpisodeBook.Decision::change);
    }
}
