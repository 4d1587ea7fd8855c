package io.feverline.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.alert.Changes;
import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Care;
import io.feverline.alert.lifecycle.EpisodeTold;
import io.feverline.alert.lifecycle.Level;
import io.feverline.alert.lifecycle.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertRowTest {
    private static final AlertRow FRESH =
            row(AlertState.OPEN, EpisodeState.SUSPECTED, Severity.MODERATE, Level.CHECKPOINT, false);

    static Stream<AlertRow> worse() {
        return Stream.of(
                row(AlertState.OPEN, EpisodeState.SUSPECTED, Severity.CRITICAL, Level.CHECKPOINT, false),
                row(AlertState.OPEN, EpisodeState.CONFIRMED, Severity.MODERATE, Level.CHECKPOINT, false),
                row(AlertState.OPEN, EpisodeState.SUSPECTED, Severity.MODERATE, Level.TOWNSHIP, false),
                row(AlertState.REFERRED, EpisodeState.SUSPECTED, Severity.MODERATE, Level.CHECKPOINT, true));
    }

    @ParameterizedTest
    @MethodSource("worse")
    void what_got_worse_is_more_urgent(AlertRow worse) {
        assertThat(worse.urgency()).isGreaterThan(FRESH.urgency());
    }

    @Test
    void what_somebody_sees_to_is_no_more_urgent() {
        var acknowledged =
                row(AlertState.ACKNOWLEDGED, EpisodeState.SUSPECTED, Severity.MODERATE, Level.CHECKPOINT, false);

        assertThat(acknowledged.urgency()).isEqualTo(FRESH.urgency());
    }

    @Test
    void who_arrived_too_late_is_overdue_no_more() {
        var arrived = row(AlertState.ARRIVED, EpisodeState.CONFIRMED, Severity.MODERATE, Level.CHECKPOINT, true);

        assertThat(arrived.isOverdue()).isFalse();
    }

    @Test
    void an_escalation_is_no_news_once_somebody_acknowledged() {
        var acknowledged = row(AlertState.ACKNOWLEDGED, EpisodeState.CONFIRMED, Severity.HIGH, Level.COUNTY, false);

        assertThat(acknowledged.isEscalated()).isFalse();
    }

    private static AlertRow row(
            AlertState state, EpisodeState episode, Severity severity, Level level, boolean overdue) {
        EpisodeTold opening = Changes.opening("exit", "360322101", Changes.EIGHT);
        var care = new Care(null, null, null, null, null, null, null, null, overdue ? Changes.EIGHT : null);
        return new AlertRow(
                new Alert(
                        opening.alertId(),
                        opening.episodeId(),
                        state,
                        episode,
                        false,
                        severity,
                        null,
                        opening.reading(),
                        opening.openedAt(),
                        opening.openedAt(),
                        1,
                        1,
                        0,
                        level,
                        care,
                        null,
                        null),
                "");
    }
}
