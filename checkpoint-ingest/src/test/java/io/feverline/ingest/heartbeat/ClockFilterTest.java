package io.feverline.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockFilterTest {
    private static final Instant NOON = Instant.parse("2026-01-26T04:00:00Z");
    private static final Origin GATE = new Origin("gate-1", "exit-1", "360322101", Site.FOREHEAD, Mode.BODY, 0);

    private final ClockFilter filter = new ClockFilter();

    @Test
    void a_clock_that_is_right_seems_slow_by_the_delay() {
        assertThat(heard(0, 40)).isEqualTo(new ClockSkew(-40, 1));
    }

    @Test
    void the_heartbeat_that_travelled_least_is_believed() {
        heard(300, 90);
        heard(300, 20);

        assertThat(heard(300, 700)).isEqualTo(new ClockSkew(280, 3));
    }

    @Test
    void a_clock_that_is_behind_is_negative() {
        assertThat(heard(-3_600_000, 10)).isEqualTo(new ClockSkew(-3_600_010, 1));
    }

    @Test
    void the_eighth_heartbeat_before_is_still_believed() {
        heard(0, 5);
        for (int i = 1; i < ClockFilter.WINDOW - 1; i++) {
            heard(0, 50);
        }

        assertThat(heard(0, 50)).isEqualTo(new ClockSkew(-5, ClockFilter.WINDOW));
    }

    @Test
    void the_ninth_heartbeat_before_is_forgotten() {
        heard(0, 5);
        for (int i = 1; i < ClockFilter.WINDOW; i++) {
            heard(0, 50);
        }

        assertThat(heard(0, 50)).isEqualTo(new ClockSkew(-50, ClockFilter.WINDOW));
    }

    @Test
    void a_clock_that_was_set_begins_anew() {
        heard(500, 10);
        assertThat(filter.add(heartbeat(0, 10, true, null))).isEqualTo(new ClockSkew(-10, 1));
    }

    @Test
    void a_device_that_started_anew_begins_anew() {
        filter.add(heartbeat(500, 10, false, "boot-1"));
        assertThat(filter.add(heartbeat(0, 10, false, "boot-2"))).isEqualTo(new ClockSkew(-10, 1));
    }

    @Test
    void a_device_that_runs_on_does_not() {
        filter.add(heartbeat(500, 10, false, "boot-1"));
        assertThat(filter.add(heartbeat(500, 30, false, "boot-1"))).isEqualTo(new ClockSkew(490, 2));
    }

    @Test
    void a_second_less_is_a_delay() {
        heard(0, 10);
        assertThat(heard(0, 10 + ClockFilter.JUMP_MILLIS)).isEqualTo(new ClockSkew(-10, 2));
    }

    @Test
    void more_than_a_second_less_is_a_jump_back() {
        heard(0, 10);
        assertThat(heard(0, 11 + ClockFilter.JUMP_MILLIS)).isEqualTo(new ClockSkew(-1011, 1));
    }

    @Test
    void more_than_a_second_more_is_a_jump_ahead() {
        heard(0, 10);
        assertThat(heard(1001, 10)).isEqualTo(new ClockSkew(991, 1));
    }

    @Test
    void a_heartbeat_that_was_held_up_is_put_right_by_the_next() {
        heard(0, 10);
        heard(0, 5000);
        assertThat(heard(0, 10).millis()).isEqualTo(-10);
    }

    private ClockSkew heard(long aheadMillis, long delayMillis) {
        return filter.add(heartbeat(aheadMillis, delayMillis, false, null));
    }

    private static Heartbeat heartbeat(long aheadMillis, long delayMillis, boolean set, @Nullable String bootId) {
        return new Heartbeat(
                GATE, NOON.plusMillis(delayMillis), NOON.plusMillis(aheadMillis), set, bootId, null, null, null);
    }
}
