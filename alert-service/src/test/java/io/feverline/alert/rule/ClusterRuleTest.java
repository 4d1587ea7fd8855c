package io.feverline.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterRuleTest {

    @Test
    void two_within_a_moment_may_be_a_cluster() {
        assertThat(new ClusterRule(2, Duration.ofNanos(1)).least()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, PT30M", "0, PT30M", "2, PT0S", "2, PT-1M"})
    void one_alone_is_none_and_nothing_is_within_no_time(int least, Duration within) {
        assertThatThrownBy(() -> new ClusterRule(least, within)).isInstanceOf(IllegalArgumentException.class);
    }
}
