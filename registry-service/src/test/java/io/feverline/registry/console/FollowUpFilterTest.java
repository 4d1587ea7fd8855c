package io.feverline.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.registry.followup.WorklistCursor;
import io.feverline.registry.followup.rule.State;
import org.junit.jupiter.api.Test;

class FollowUpFilterTest {
    @Test
    void the_next_page_is_of_the_same_filter() {
        var filter = FollowUpFilter.NONE.in(State.ACCEPTED).beingOverdue();

        assertThat(filter.link(WorklistCursor.START))
                .isEqualTo("/console/follow-ups?state=accepted&overdue=true&cursor=" + WorklistCursor.START.text());
    }

    @Test
    void whatever_a_worker_is_called_is_one_parameter() {
        assertThat(FollowUpFilter.NONE.of("li&state=closed{x}").link(null))
                .isEqualTo("/console/follow-ups?worker=li%26state%3Dclosed%7Bx%7D");
    }
}
