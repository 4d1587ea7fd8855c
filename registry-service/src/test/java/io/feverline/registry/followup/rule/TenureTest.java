package io.feverline.registry.followup.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenureTest {
    private static final Instant FROM = Instant.parse("2020-01-26T01:00:00Z");
    private static final Instant UNTIL = Instant.parse("2020-01-28T01:00:00Z");

    @Test
    void it_begins_with_the_acceptance() {
        var tenure = new Tenure(FROM, UNTIL);
        assertThat(tenure.covers(FROM.minusNanos(1))).isFalse();
        assertThat(tenure.covers(FROM)).isTrue();
    }

    @Test
    void it_ends_before_another_has_it() {
        var tenure = new Tenure(FROM, UNTIL);
        assertThat(tenure.covers(UNTIL.minusNanos(1))).isTrue();
        assertThat(tenure.covers(UNTIL)).isFalse();
    }

    @Test
    void it_lasts_while_nobody_else_has_it() {
        assertThat(new Tenure(FROM, null).covers(UNTIL.plusSeconds(1_000_000))).isTrue();
    }
}
