package io.feverline.ingest.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.feverline.ingest.config.QuotaConfig;
import io.feverline.ingest.reading.Mode;
import io.feverline.ingest.reading.Origin;
import io.feverline.ingest.reading.Site;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotasTest {
    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Quotas quotas = quotas(10);

    @Test
    void a_device_may_send_its_burst_at_once() {
        assertThat(quotas.take(device("a", "exit-1"), 10)).isEqualTo(new Allowance(true, "device", 0, 5));
    }

    @Test
    void one_reading_more_is_refused_until_it_is_there_again() {
        quotas.take(device("a", "exit-1"), 10);

        assertThat(quotas.take(device("a", "exit-1"), 1)).isEqualTo(new Allowance(false, "device", 0, 1));
    }

    @Test
    void a_nanosecond_before_that_it_is_still_refused() {
        quotas.take(device("a", "exit-1"), 10);
        pass(Duration.ofMillis(500).minusNanos(1));

        assertThat(quotas.take(device("a", "exit-1"), 1).granted()).isFalse();
    }

    @Test
    void then_it_is_let_in() {
        quotas.take(device("a", "exit-1"), 10);
        pass(Duration.ofMillis(500));

        assertThat(quotas.take(device("a", "exit-1"), 1).granted()).isTrue();
    }

    @Test
    void a_batch_larger_than_what_is_left_takes_nothing() {
        quotas.take(device("a", "exit-1"), 8);
        quotas.take(device("a", "exit-1"), 3);

        assertThat(quotas.take(device("a", "exit-1"), 2).granted()).isTrue();
    }

    @Test
    void what_is_owed_has_to_come_in_first() {
        quotas.take(device("a", "exit-1"), 10);
        quotas.owe(device("a", "exit-1"), 4);
        pass(Duration.ofSeconds(2));
        assertThat(quotas.take(device("a", "exit-1"), 1).granted()).isFalse();

        pass(Duration.ofMillis(500));

        assertThat(quotas.take(device("a", "exit-1"), 1).granted()).isTrue();
    }

    @Test
    void who_owes_has_none_left_and_not_less() {
        quotas.take(device("a", "exit-1"), 10);
        quotas.owe(device("a", "exit-1"), 4);

        assertThat(quotas.take(device("a", "exit-1"), 1).left()).isZero();
    }

    @Test
    void devices_of_one_checkpoint_share_its_gateways_quota() {
        quotas.take(device("a", "exit-1"), 10);
        quotas.take(device("b", "exit-1"), 5);

        assertThat(quotas.take(device("c", "exit-1"), 1)).isEqualTo(new Allowance(false, "gateway", 0, 1));
    }

    @Test
    void what_the_gateway_refuses_costs_the_device_nothing() {
        quotas.take(device("a", "exit-1"), 10);
        quotas.take(device("b", "exit-1"), 10);
        pass(Duration.ofSeconds(2));

        assertThat(quotas.take(device("b", "exit-1"), 10)).isEqualTo(new Allowance(true, "device", 0, 5));
    }

    @Test
    void devices_of_another_checkpoint_do_not() {
        quotas.take(device("a", "exit-1"), 10);
        quotas.take(device("b", "exit-1"), 5);

        assertThat(quotas.take(device("c", "exit-2"), 10).granted()).isTrue();
    }

    @Test
    void the_policy_that_is_nearer_to_its_end_is_told() {
        quotas.take(device("a", "exit-1"), 10);

        assertThat(quotas.take(device("b", "exit-1"), 1)).isEqualTo(new Allowance(true, "gateway", 4, 3));
    }

    @Test
    void an_empty_batch_costs_as_much_as_a_reading() {
        assertThat(quotas.take(device("a", "exit-1"), 0).left()).isEqualTo(9);
    }

    @Test
    void a_bucket_is_kept_until_it_is_full_again() {
        var policy = new Policy("device", 10, 2, nanos::get);
        policy.take("a", 10);
        pass(Duration.ofSeconds(5).minusNanos(1));

        assertThat(policy.size()).isEqualTo(1);
    }

    @Test
    void then_it_is_forgotten() {
        var policy = new Policy("device", 10, 2, nanos::get);
        policy.take("a", 10);
        pass(Duration.ofSeconds(5));

        assertThat(policy.size()).isZero();
    }

    @Test
    void refusals_are_counted_by_policy() {
        quotas.take(device("a", "exit-1"), 11);

        assertThat(metrics.counter("feverline.requests.over.quota", "policy", "device")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void both_policies_stand_in_the_header() {
        assertThat(quotas.header())
                .isEqualTo("\"device\";q=10;w=5;qu=\"readings\", \"gateway\";q=15;w=3;qu=\"readings\"");
    }

    @Test
    void a_burst_smaller_than_a_batch_is_no_configuration() {
        assertThatIllegalArgumentException().isThrownBy(() -> quotas(11));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Origin device(String id, String checkpoint) {
        return new Origin(id, checkpoint, "360322101", Site.FOREHEAD, Mode.BODY, 0);
    }

    private Quotas quotas(int batchItems) {
        return new Quotas(new Config(10, 2, 15, 5), batchItems, nanos::get, metrics);
    }

    private record Config(int deviceBurst, int devicePerSecond, int gatewayBurst, int gatewayPerSecond)
            implements QuotaConfig {}
}
