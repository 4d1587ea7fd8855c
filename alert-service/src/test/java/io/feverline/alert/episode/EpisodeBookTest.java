package io.feverline.alert.episode;

import static io.feverline.alert.episode.EpisodeState.CLEARED;
import static io.feverline.alert.episode.EpisodeState.CONFIRMED;
import static io.feverline.alert.episode.EpisodeState.EXPIRED;
import static io.feverline.alert.episode.EpisodeState.MERGED;
import static io.feverline.alert.episode.EpisodeState.SUSPECTED;
import static io.feverline.alert.episode.Taken.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.episode.EpisodeChange.Cause;
import io.feverline.alert.rule.FeverGrade;
import io.feverline.alert.rule.Verdict.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeBookTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private EpisodeBook book = EpisodeBook.EMPTY;

    @Test
    void a_fever_opens_an_episode_named_after_it() {
        Screened fever = Taken.at(Kind.FEVER, Duration.ZERO);

        EpisodeChange change = take(fever).get(0);

        assertThat(change.state()).isEqualTo(SUSPECTED);
        assertThat(change.openedBy()).isEqualTo(fever.id());
        assertThat(change.openedAt()).isEqualTo(EIGHT);
        assertThat(change.episodeId().version()).isEqualTo(5);
    }

    @Test
    void what_is_no_fever_opens_nothing() {
        assertThat(take(Kind.NORMAL, 0)).isEmpty();
        assertThat(take(Kind.INVALID_COLD, 1)).isEmpty();
        assertThat(book.episodes()).isEmpty();
    }

    @Test
    void a_second_fever_confirms() {
        take(Kind.FEVER, 0);

        assertThat(stateAfter(Kind.FEVER, 5)).isEqualTo(CONFIRMED);
    }

    @Test
    void a_normal_reading_clears() {
        take(Kind.FEVER, 0);

        assertThat(stateAfter(Kind.NORMAL, 5)).isEqualTo(CLEARED);
    }

    @Test
    void a_cold_reading_neither_confirms_nor_clears() {
        take(Kind.FEVER, 0);

        assertThat(stateAfter(Kind.INVALID_COLD, 1)).isEqualTo(SUSPECTED);
    }

    @Test
    void the_window_includes_its_end() {
        take(Kind.FEVER, 0);

        assertThat(stateAfter(Kind.NORMAL, 30)).isEqualTo(CLEARED);
    }

    @Test
    void one_millisecond_after_the_window_a_normal_reading_says_nothing_and_a_fever_opens_another() {
        take(Kind.FEVER, 0);
        Duration after = Duration.ofMinutes(30).plus(MOMENT);

        assertThat(take(Taken.at(Kind.NORMAL, after))).isEmpty();
        assertThat(take(Taken.at(Kind.FEVER, after.plus(MOMENT))).get(0).state())
                .isEqualTo(SUSPECTED);
        assertThat(book.episodes()).hasSize(2);
    }

    @Test
    void each_fever_has_a_window_of_its_own_so_that_a_feverish_journey_is_one_episode() {
        take(Kind.FEVER, 0);
        take(Kind.FEVER, 25);
        take(Kind.FEVER, 50);

        assertThat(book.episodes()).hasSize(1);
    }

    @Test
    void a_shorter_window_in_the_middle_does_not_cut_a_longer_one_short() {
        take(Kind.FEVER, 0);
        take(Kind.FEVER, 25);

        take(Taken.withWindow(Taken.at(Kind.FEVER, Duration.ofMinutes(5)), Duration.ofMinutes(10)));

        assertThat(book.episodes()).hasSize(1);
    }

    @Test
    void a_normal_reading_from_before_the_fever_does_not_clear_it() {
        take(Kind.FEVER, 0);

        assertThat(take(Taken.at(Kind.NORMAL, MOMENT.negated()))).isEmpty();
    }

    @Test
    void a_fever_from_just_before_joins_and_the_episode_keeps_its_name() {
        Screened first = Taken.at(Kind.FEVER, Duration.ZERO);
        take(first);

        EpisodeChange change =
                take(Taken.at(Kind.FEVER, Duration.ofSeconds(-2))).get(0);

        assertThat(change.state()).isEqualTo(CONFIRMED);
        assertThat(change.openedBy()).isEqualTo(first.id());
    }

    @Test
    void a_fever_that_comes_in_after_its_recheck_is_cleared_by_it_and_both_are_told() {
        Screened recheck = Taken.at(Kind.NORMAL, Duration.ofMinutes(5));
        Screened fever = Taken.at(Kind.FEVER, Duration.ZERO);
        take(recheck);

        List<EpisodeChange> told = take(fever);

        assertThat(told).extracting(EpisodeChange::state).containsExactly(CLEARED, CLEARED);
        assertThat(told).extracting(change -> change.reading().id()).containsExactly(fever.id(), recheck.id());
    }

    @Test
    void a_fever_between_two_episodes_makes_them_one_and_the_later_told_says_where_it_went() {
        Screened first = Taken.at(Kind.FEVER, Duration.ZERO);
        Screened second = Taken.at(Kind.FEVER, Duration.ofMinutes(50));
        take(first);
        take(second);

        List<EpisodeChange> told = take(Kind.FEVER, 25);

        assertThat(told).extracting(EpisodeChange::cause).containsExactly(Cause.READING, Cause.MERGER);
        assertThat(told).extracting(EpisodeChange::state).containsExactly(CONFIRMED, MERGED);
        assertThat(told.get(0).episodeId()).isEqualTo(Episode.id(first.id()));
        assertThat(told.get(1).episodeId()).isEqualTo(Episode.id(second.id()));
        assertThat(told.get(1).mergedInto()).isEqualTo(Episode.id(first.id()));
        assertThat(book.episodes()).hasSize(1);
    }

    @Test
    void what_was_merged_before_goes_along() {
        Screened last = Taken.at(Kind.FEVER, Duration.ofMinutes(150));
        take(Kind.FEVER, 50);
        take(Kind.FEVER, 100);
        take(last);
        take(Kind.FEVER, 125);
        take(Kind.FEVER, 75);

        assertThat(book.episodes()).hasSize(1);
        assertThat(book.retold())
                .filteredOn(change -> change.episodeId().equals(Episode.id(last.id())))
                .extracting(EpisodeChange::mergedInto)
                .containsExactly(Episode.id(book.episodes().get(0).openedBy()));
    }

    @Test
    void a_redelivered_reading_changes_nothing_and_tells_all_of_its_episode_as_it_stands() {
        Screened opening = Taken.at(Kind.FEVER, Duration.ZERO);
        take(opening);
        take(Kind.NORMAL, 5);
        EpisodeBook before = book;

        List<EpisodeChange> told = take(opening);

        assertThat(told).extracting(EpisodeChange::state).containsExactly(CLEARED, CLEARED);
        assertThat(told).extracting(EpisodeChange::revision).containsOnly(2);
        assertThat(book).isSameAs(before);
    }

    @Test
    void nobody_rechecked_until_the_window_ends() {
        take(Kind.FEVER, 0);
        assertThat(endWindows(Duration.ofMinutes(30).minus(MOMENT))).isEmpty();

        List<EpisodeChange> told = endWindows(Duration.ofMinutes(30));

        assertThat(told).extracting(EpisodeChange::state).containsExactly(EXPIRED);
        assertThat(told).extracting(EpisodeChange::cause).containsExactly(Cause.WINDOW_END);
        assertThat(endWindows(Duration.ofMinutes(31))).isEmpty();
    }

    @Test
    void a_rechecked_episode_does_not_expire() {
        take(Kind.FEVER, 0);
        take(Kind.NORMAL, 5);

        assertThat(book.nextWindowEnd()).isNull();
        assertThat(endWindows(Duration.ofHours(9))).isEmpty();
    }

    @Test
    void a_recheck_that_was_measured_in_time_counts_when_it_comes_in_late() {
        take(Kind.FEVER, 0);
        endWindows(Duration.ofMinutes(30));

        assertThat(stateAfter(Kind.NORMAL, 20)).isEqualTo(CLEARED);
    }

    @Test
    void a_fever_out_of_a_backlog_waits_for_its_recheck_from_when_it_came_in() {
        take(Taken.late(Taken.at(Kind.FEVER, Duration.ZERO), Duration.ofHours(6)));

        assertThat(book.nextWindowEnd()).isEqualTo(EIGHT.plus(Duration.ofMinutes(390)));
    }

    @Test
    void a_live_fever_makes_a_late_episode_live() {
        take(Taken.late(Taken.at(Kind.FEVER, Duration.ZERO), Duration.ofHours(6)));

        assertThat(take(Kind.NORMAL, 1).get(0).historic()).isTrue();
        assertThat(take(Kind.FEVER, 2).get(0).historic()).isFalse();
    }

    @Test
    void of_very_many_readings_enough_are_kept_to_tell_how_it_stands_and_to_go_on() {
        Screened opening = Taken.at(Kind.FEVER, Duration.ZERO);
        take(opening);
        for (int second = 1; second <= 2_000; second++) {
            take(Taken.at(second % 2 == 0 ? Kind.FEVER : Kind.NORMAL, Duration.ofSeconds(second)));
        }

        Episode episode = book.episodes().get(0);
        assertThat(episode.readings()).hasSizeLessThanOrEqualTo(Episode.MOST);
        assertThat(episode.has(opening.id())).isTrue();
        assertThat(take(Kind.FEVER, 60).get(0).episodeId()).isEqualTo(Episode.id(opening.id()));
    }

    @Test
    void of_very_many_readings_the_highest_fever_is_kept() {
        take(Kind.FEVER, 0);
        take(Taken.graded(Taken.at(Kind.FEVER, Duration.ofSeconds(1)), FeverGrade.HIGH));

        assertThat(afterVeryMany().grade()).isEqualTo(FeverGrade.HIGH);
    }

    @Test
    void of_very_many_readings_the_only_live_fever_is_kept() {
        take(Taken.late(Taken.at(Kind.FEVER, Duration.ZERO), Duration.ofHours(6)));
        take(Taken.at(Kind.FEVER, Duration.ofSeconds(1)));

        assertThat(afterVeryMany().historic()).isFalse();
    }

    /** What is told of the last of more readings than are kept, all of them low fevers that came late. */
    private EpisodeChange afterVeryMany() {
        List<EpisodeChange> told = List.of();
        for (int second = 2; second <= 2 * Episode.MOST; second++) {
            told = take(Taken.late(Taken.at(Kind.FEVER, Duration.ofSeconds(second)), Duration.ofHours(6)));
        }
        return told.get(0);
    }

    private EpisodeState stateAfter(Kind verdict, int minutes) {
        return take(verdict, minutes).get(0).state();
    }

    private List<EpisodeChange> take(Kind verdict, int minutes) {
        return take(Taken.at(verdict, Duration.ofMinutes(minutes)));
    }

    private List<EpisodeChange> take(Screened reading) {
        return following(book.take(reading));
    }

    private List<EpisodeChange> endWindows(Duration afterEight) {
        return following(book.endWindows(EIGHT.plus(afterEight)));
    }

    private List<EpisodeChange> following(EpisodeBook.Decision decision) {
        book = decision.book();
        return decision.changes();
    }
}
