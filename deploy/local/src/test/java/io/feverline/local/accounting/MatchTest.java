package io.feverline.local.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchTest {
    private final UUID a = new UUID(0, 1);
    private final UUID b = new UUID(0, 2);
    private final UUID unknown = new UUID(0, 3);

    @Test
    void agrees_when_each_is_there_once() {
        Match match = Match.of(List.of(a, b), Set.of(unknown), List.of(b, a));
        assertThat(match).isEqualTo(new Match(2, 2, 0, 0));
        assertThat(match.agrees()).isTrue();
    }

    @Test
    void one_that_was_never_answered_may_be_there_once() {
        assertThat(Match.of(List.of(a), Set.of(unknown), List.of(a, unknown)).agrees())
                .isTrue();
        assertThat(Match.of(List.of(a), Set.of(unknown), List.of(a, unknown, unknown)))
                .isEqualTo(new Match(1, 1, 0, 1));
    }

    @Test
    void a_missing_a_double_and_a_stranger_are_told() {
        assertThat(Match.of(List.of(a, b), Set.of(), List.of(a, a, unknown))).isEqualTo(new Match(2, 1, 1, 2));
    }
}
