package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.console.FollowUpCard.Due;
import io.feverline.registry.followup.CauseKind;
import io.feverline.registry.followup.FollowUp;
import io.feverline.registry.followup.rule.Care;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.HalfDays;
import io.feverline.registry.followup.rule.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpCardTest {
    private static final HalfDays HALF_DAYS = new HalfDays(LocalTime.NOON);
    private static final Instant NOW = Instant.parse("2020-01-26T01:00:00Z");
    private static final HalfDay CURRENT = HALF_DAYS.at(NOW);
    private static final Care MINE = new Care(State.ACCEPTED, "360322101", "li", null);

    @ParameterizedTest
    @CsvSource({"0, 0, NOW", "1, 0, LATER", "-1, 1, MISSED"})
    void an_entry_is_missed_due_now_or_later(int ahead, long missed, Due due) {
        assertThat(card(MINE, ahead, missed, Duration.ofDays(3)).due()).isEqualTo(due);
    }

    @Test
    void nothing_is_due_when_the_days_are_over() {
        assertThat(card(MINE, 0, 0, Duration.ZERO).due()).isEqualTo(Due.OVER);
    }

    @Test
    void nothing_is_due_of_who_was_referred() {
        assertThat(card(MINE.refer(), 0, 0, Duration.ofDays(3)).due()).isEqualTo(Due.OVER);
    }

    @ParameterizedTest
    @CsvSource({"PT-1H, 0", "PT1H, 0", "PT24H, 1", "PT335H, 13"})
    void days_left_are_whole_ones(Duration left, long days) {
        assertThat(card(MINE, 1, 0, left).daysLeft()).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"UNASSIGNED, , true", "ASSIGNED, li, true", "ASSIGNED, wang, false", "ACCEPTED, li, false"})
    void a_worker_accepts_what_is_theirs_or_nobodys(State state, String assignee, boolean acceptable) {
        Care care = new Care(state, "360322101", assignee, null);

        assertThat(card(care, 0, 0, Duration.ofDays(3)).isAcceptable()).isEqualTo(acceptable);
    }

    private static FollowUpCard card(Care care, int ahead, long missed, Duration left) {
        var followUp = new FollowUp(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CauseKind.CONFIRMED_FEVER,
                NOW.minus(Duration.ofDays(9)),
                NOW.plus(left),
                null,
                care,
                false,
                HalfDay.numbered(CURRENT.number() + ahead),
                missed,
                false,
                1);
        return new FollowUpCard(followUp, "上栗镇", "li", CURRENT, NOW);
    }
}
