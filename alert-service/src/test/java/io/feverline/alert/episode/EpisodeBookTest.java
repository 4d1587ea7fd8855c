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
    void aFeverOpensAnEpisodeNamedAfterIt() {
        Screened fever = reading(Kind.FEVER, Duration.ZERO);

        EpisodeChange change = take(fever).orElseThrow();

        assertThat(change.state()).isEqualTo(SUSPECTED);
        assertThat(change.openedBy()).isEqualTo(fever.id());
        assertThat(change.openedAt()).isEqualTo(EIGHT);
        assertThat(change.episodeId().version()).isEqualTo(5);
    }

    @Test
    void whatIsNoFeverOpensNothing() {
        assertThat(take(reading(Kind.NORMAL, Duration.ZERO))).isEmpty();
        assertThat(take(reading(Kind.INVALID_COLD, Duration.ZERO))).isEmpty();
        assertThat(book.episodes()).isEmpty();
    }

    @Test
    void aSecondFeverConfirms() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.FEVER, Duration.ofMinutes(5))).isEqualTo(CONFIRMED);
    }

    @Test
    void aNormalReadingClears() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.NORMAL, Duration.ofMinutes(5))).isEqualTo(CLEARED);
    }

    @Test
    void aColdReadingNeitherConfirmsNorClears() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.INVALID_COLD, Duration.ofMinutes(1))).isEqualTo(SUSPECTED);
    }

    @Test
    void aFeverAfterClearingConfirmsTheSameEpisode() {
        take(reading(Kind.FEVER, Duration.ZERO));
        take(reading(Kind.NORMAL, Duration.ofMinutes(5)));

        assertThat(stateAfter(Kind.FEVER, Duration.ofMinutes(10))).isEqualTo(CONFIRMED);
        assertThat(book.episodes()).hasSize(1);
    }

    @Test
    void aNormalReadingDoesNotUndoTwoFevers() {
        take(reading(Kind.FEVER, Duration.ZERO));
        take(reading(Kind.FEVER, Duration.ofMinutes(5)));

        assertThat(stateAfter(Kind.NORMAL, Duration.ofMinutes(10))).isEqualTo(CONFIRMED);
    }

    @Test
    void theWindowIncludesItsEnd() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.NORMAL, Duration.ofMinutes(30))).isEqualTo(CLEARED);
    }

    @Test
    void oneMillisecondAfterTheWindowANormalReadingSaysNothingAndAFeverOpensAnother() {
        take(reading(Kind.FEVER, Duration.ZERO));
        Duration after = Duration.ofMinutes(30).plusMillis(1);

        assertThat(take(reading(Kind.NORMAL, after))).isEmpty();
        assertThat(stateAfter(Kind.FEVER, after)).isEqualTo(SUSPECTED);
        assertThat(book.episodes()).hasSize(2);
    }

    @Test
    void aNormalReadingFromBeforeTheFeverDoesNotClearIt() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(take(reading(Kind.NORMAL, Duration.ofMillis(-1)))).isEmpty();
    }

    @Test
    void aFeverFromJustBeforeJoins() {
        take(reading(Kind.FEVER, Duration.ZERO));

        assertThat(stateAfter(Kind.FEVER, Duration.ofSeconds(-2))).isEqualTo(CONFIRMED);
        assertThat(book.episodes()).hasSize(1);
    }

    @Test
    void aRedeliveredReadingTellsTheSameAndChangesNothing() {
        Screened opening = reading(Kind.FEVER, Duration.ZERO);
        Optional<EpisodeChange> told = take(opening);
        take(reading(Kind.NORMAL, Duration.ofMinutes(5)));
        EpisodeBook before = book;

        assertThat(take(opening)).isEqualTo(told);
        assertThat(book).isEqualTo(before);
    }

    @Test
    void aRecheckGoesToTheEpisodeItNamesWhenTwoAreOpen() {
        Screened first = reading(Kind.FEVER, Duration.ZERO);
        take(first);
        take(reading(Kind.FEVER, Duration.ofMinutes(40)));
        Screened recheck =
                new Screened(UUID.randomUUID(), EIGHT.plus(Duration.ofMinutes(20)), false, first.id(), Kind.FEVER);

        assertThat(take(recheck).orElseThrow().openedBy()).isEqualTo(first.id());
    }

    @Test
    void aLiveFeverMakesALateEpisodeLive() {
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
