package io.feverline.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLimitsTest {

    @Test
    void nobody_was_listened_to_when_none_was_heard_for_half_a_silence() {
        assertThat(DeviceLimits.DEFAULT.unheard()).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void the_least_of_each_is_a_limit() {
        assertThat(limits("PT0.001S", 1, "PT0S", 2, 1, 2, 1, 1, 1, 1, "PT0S", "PT0.001S"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 3, PT10M, 20, 20, 50, 100, 1000, 1500, 10, PT30M, PT2M",
        "PT-1M, 3, PT10M, 20, 20, 50, 100, 1000, 1500, 10, PT30M, PT2M",
        "PT5M, 0, PT10M, 20, 20, 50, 100, 1000, 1500, 10, PT30M, PT2M",
        "PT5M, 3, PT-1M, 20, 20, 50, 100, 1000, 1500, 10, PT30M, PT2M",
        "PT5M, 3, PT10M, 1, 20, 50, 100, 1000, 1500, 10, PT30M, PT2M",
        "PT5M, 3, PT10M, 20, 0, 50, 100, 1000, 1500, 10, PT30M, PT2M",
        "PT5M, 3, PT10M, 20, 20, 1, 100, 1000, 1500, 10, PT30M, PT2M",
        "PT5M, 3, PT10M, 20, 20, 50, 0, 1000, 1500, 10, PT30M, PT2M",
        "PT5M, 3, PT10M, 20, 20, 50, 100, 0, 1500, 10, PT30M, PT2M",
        "PT5M, 3, PT10M, 20, 20, 50, 100, 1000, 0, 10, PT30M, PT2M",
        "PT5M, 3, PT10M, 20, 20, 50, 100, 1000, 1500, 0, PT30M, PT2M",
        "PT5M, 3, PT10M, 20, 20, 50, 100, 1000, 1500, 10, PT-1M, PT2M",
        "PT5M, 3, PT10M, 20, 20, 50, 100, 1000, 1500, 10, PT30M, PT0S",
    })
    void below_it_is_none(
            String silence,
            int usualPauses,
            String bootGrace,
            int sameReadings,
            int medianOf,
            int deviationOf,
            int deviation,
            int drift,
            int ownDrift,
            int missing,
            String missingFor,
            String clock) {
        assertThatThrownBy(() -> limits(
                        silence,
                        usualPauses,
                        bootGrace,
                        sameReadings,
                        medianOf,
                        deviationOf,
                        deviation,
                        drift,
                        ownDrift,
                        missing,
                        missingFor,
                        clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DeviceLimits limits(
            String silence,
            int usualPauses,
            String bootGrace,
            int sameReadings,
            int medianOf,
            int deviationOf,
            int deviation,
            int drift,
            int ownDrift,
            int missing,
            String missingFor,
            String clock) {
        return new DeviceLimits(
                Duration.parse(silence),
                usualPauses,
                Duration.parse(bootGrace),
                sameReadings,
                medianOf,
                deviationOf,
                deviation,
                drift,
                ownDrift,
                missing,
                Duration.parse(missingFor),
                Duration.parse(clock));
    }
}
