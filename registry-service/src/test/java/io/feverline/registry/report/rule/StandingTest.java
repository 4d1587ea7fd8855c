package io.feverline.registry.report.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.feverline.registry.report.rule.Discrepancy.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Counts DEVICES = new Counts(100, 3, 1, 12);

    @Test
    void what_agrees_is_no_discrepancy() {
        assertThat(signed(DEVICES, DEVICES).discrepancies(DEVICES)).isEmpty();
    }

    @Test
    void each_figure_is_compared_by_itself() {
        var found = signed(new Counts(107, 1, 1, 12), DEVICES).discrepancies(DEVICES);

        assertThat(found)
                .containsExactly(
                        new Discrepancy(Figure.SCREENED, 107, 100, 100), new Discrepancy(Figure.SUSPECTED, 1, 3, 3));
        assertThat(found).extracting(Discrepancy::difference).containsExactly(7, -2);
        assertThat(found).extracting(Discrepancy::kind).containsOnly(Kind.DIFFERED_WHEN_SIGNED);
    }

    @Test
    void a_backlog_that_came_later_is_told_apart() {
        var then = new Counts(60, 1, 1, 12);

        assertThat(signed(then, then).discrepancies(DEVICES))
                .extracting(Discrepancy::figure, Discrepancy::kind)
                .containsExactly(
                        tuple(Figure.SCREENED, Kind.CHANGED_SINCE), tuple(Figure.SUSPECTED, Kind.CHANGED_SINCE));
    }

    @Test
    void who_knew_of_the_backlog_is_right_in_the_end() {
        var then = new Counts(60, 1, 1, 12);

        assertThat(signed(DEVICES, then).discrepancies(DEVICES)).isEmpty();
    }

    private static Standing signed(Counts stated, Counts devicesThen) {
        return new Standing(Instant.EPOCH, 1, new Stated(stated, 0), devicesThen);
    }
}
