package io.feverline.alert.episode;

import static io.feverline.alert.episode.EpisodeState.CLEARED;
import static io.feverline.alert.episode.EpisodeState.CONFIRMED;
import static io.feverline.alert.episode.EpisodeState.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.rule.Verdict.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialTest {
    private final Trial trial = new Trial(10);

    @Test
    void finds_the_episodes_of_each_traveller_and_of_each_anonymous_fever() {
        take(Taken.at(Kind.FEVER, minutes(0)), Taken.at(Kind.FEVER, minutes(5)));
        take(Taken.anonymous(Kind.FEVER, minutes(0), null), Taken.anonymous(Kind.FEVER, minutes(0), null));

        assertThat(trial.episodes())
                .extracting(episode -> episode.standing().state())
                .containsExactlyInAnyOrder(CONFIRMED, EXPIRED, EXPIRED);
    }

    @Test
    void finds_the_fever_that_an_anonymous_recheck_names_whichever_comes_first() {
        Screened fever = Taken.anonymous(Kind.FEVER, minutes(0), null);
        Screened cold = Taken.anonymous(Kind.INVALID_COLD, minutes(5), fever.id());

        take(Taken.anonymous(Kind.NORMAL, minutes(10), cold.id()), cold, fever);

        assertThat(trial.episodes())
                .extracting(episode -> episode.standing().state())
                .containsExactly(CLEARED);
    }

    @Test
    void a_feverish_recheck_of_what_nobody_knows_stands_for_itself() {
        take(Taken.anonymous(
                Kind.FEVER, minutes(0), Taken.at(Kind.FEVER, minutes(0)).id()));

        assertThat(trial.episodes()).hasSize(1);
    }

    @Test
    void says_when_there_are_too_many_to_go_on() {
        for (int i = 0; i < 10; i++) {
            assertThat(trial.take(Taken.anonymous(Kind.FEVER, minutes(i), null)))
                    .isTrue();
        }

        assertThat(trial.take(Taken.anonymous(Kind.FEVER, minutes(10), null))).isFalse();
    }

    @Test
    void a_report_tells_what_one_side_has_and_the_other_has_not() {
        Screened both = Taken.anonymous(Kind.FEVER, minutes(0), null);
        Screened onlyToday = Taken.anonymous(Kind.FEVER, minutes(1), null);
        Screened onlyDraft = Taken.anonymous(Kind.FEVER, minutes(2), null);
        var draft = new Trial(10);
        take(both, onlyToday);
        Stream.of(both, onlyDraft).forEach(draft::take);

        TrialReport report = TrialReport.of(trial.episodes(), draft.episodes());

        assertThat(report.today()).isEqualTo(new TrialReport.Side(Map.of(EXPIRED, 2), 0));
        assertThat(openers(report.gained())).containsExactly(onlyDraft);
        assertThat(openers(report.missed())).containsExactly(onlyToday);
    }

    private static List<Screened> openers(List<Episode> episodes) {
        return episodes.stream().map(episode -> episode.readings().get(0)).toList();
    }

    private void take(Screened... readings) {
        Stream.of(readings).forEach(trial::take);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
