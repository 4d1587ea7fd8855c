package io.feverline.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Site;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatTest {
    private static final Instant NOW = Instant.parse("2026-01-26T00:00:00Z");
    private static final Origin GATE = new Origin("gate-1", "exit-1", "360322101", Site.FOREHEAD, Mode.BODY, 0);

    @Test
    void a_clock_is_enough() throws Rejected {
        assertThat(admit(sent("2026-01-26T08:00:01+08:00", null, null, null)).clock())
                .isEqualTo(NOW.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999+08:00"})
    void a_clock_that_is_years_off_is_what_it_is_for(String clock) throws Rejected {
        assertThat(admit(sent(clock, null, null, null)).clock()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-26T00:00:00", "now", "+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z"})
    void a_clock_that_is_no_time_is_turned_away(String clock) {
        assertRejected(sent(clock, null, null, null), Reason.TIME_INVALID);
    }

    @Test
    void a_heartbeat_without_a_clock_is_turned_away() {
        assertRejected(sent(null, null, null, null), Reason.MEMBER_MISSING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void a_battery_is_from_empty_to_full(int percent) throws Rejected {
        assertThat(admit(sent("2026-01-26T00:00:00Z", percent, null, null)).battery())
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void a_battery_beyond_that_is_turned_away(int percent) {
        assertRejected(sent("2026-01-26T00:00:00Z", percent, null, null), Reason.BATTERY_IMPLAUSIBLE);
    }

    @Test
    void a_firmware_of_64_characters_is_taken() throws Rejected {
        assertThat(admit(sent("2026-01-26T00:00:00Z", null, "v".repeat(64), null))
                        .firmware())
                .hasSize(64);
    }

    @Test
    void a_longer_one_is_turned_away() {
        assertRejected(sent("2026-01-26T00:00:00Z", null, "v".repeat(65), null), Reason.MEMBER_TOO_LONG);
    }

    @Test
    void an_empty_queue_is_taken() throws Rejected {
        assertThat(admit(sent("2026-01-26T00:00:00Z", null, null, 0L)).queueLength())
                .isZero();
    }

    @Test
    void a_queue_below_zero_is_turned_away() {
        assertRejected(sent("2026-01-26T00:00:00Z", null, null, -1L), Reason.QUEUE_INVALID);
    }

    private static Heartbeat admit(HeartbeatSubmission sent) throws Rejected {
        return Heartbeat.admit(sent, GATE, NOW);
    }

    private static void assertRejected(HeartbeatSubmission sent, Reason why) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> admit(sent))
                .extracting(Rejected::reason)
                .isEqualTo(why);
    }

    private static HeartbeatSubmission sent(
            @Nullable String clock, @Nullable Integer battery, @Nullable String firmware, @Nullable Long queue) {
        return new HeartbeatSubmission(clock, null, null, battery, firmware, queue);
    }
}
