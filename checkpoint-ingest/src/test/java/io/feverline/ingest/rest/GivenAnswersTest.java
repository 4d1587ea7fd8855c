package io.feverline.ingest.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.ingest.config.IdempotencyConfig;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GivenAnswersTest {
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final ByteBuffer ONE = ByteBuffer.wrap(new byte[] {1});
    private static final ByteBuffer OTHER = ByteBuffer.wrap(new byte[] {2});
    private static final BatchReceipt RECEIPT = new BatchReceipt(3, 0, List.of(), null);

    private final AtomicLong nanos = new AtomicLong();
    private final GivenAnswers answers =
            new GivenAnswers(new Config(KEPT, 10, new MemorySize(BigInteger.valueOf(10_000))), nanos::get);

    @Test
    void a_key_is_claimed_once() {
        assertThat(answers.claim(key("a"), ONE)).isNull();
        assertThat(claimed("a").answer()).isNull();
    }

    @Test
    void then_it_has_its_answer() {
        answered("a");

        assertThat(claimed("a").answer()).isCompletedWithValue(RECEIPT);
    }

    @Test
    void why_a_batch_was_turned_away_is_an_answer_too() {
        var refusal = new Rejected(Reason.MALFORMED_JSON, "no");
        answers.claim(key("a"), ONE);

        answers.keep(key("a"), ONE, refusal);

        assertThat(claimed("a").answer()).isCompletedExceptionally();
    }

    @Test
    void a_key_that_was_given_back_is_free() {
        answers.claim(key("a"), ONE);
        answers.release(key("a"), ONE);

        assertThat(answers.claim(key("a"), OTHER)).isNull();
    }

    @Test
    void an_answer_is_not_given_back() {
        answered("a");
        answers.release(key("a"), ONE);

        assertThat(claimed("a").answer()).isCompletedWithValue(RECEIPT);
    }

    @Test
    void just_before_its_time_is_over_an_answer_is_remembered() {
        answers.claim(key("a"), ONE);
        pass(KEPT.dividedBy(2));
        answers.keep(key("a"), ONE, RECEIPT);
        pass(KEPT.minusNanos(1));

        assertThat(claimed("a").answer()).isNotNull();
    }

    @Test
    void then_it_is_forgotten() {
        answered("a");
        pass(KEPT);

        assertThat(answers.claim(key("a"), OTHER)).isNull();
    }

    @Test
    void an_answer_whose_claim_was_forgotten_is_not_put_in_place_of_anothers() {
        answers.claim(key("a"), ONE);
        pass(KEPT);
        answers.claim(key("a"), OTHER);

        answers.keep(key("a"), ONE, RECEIPT);

        assertThat(claimed("a"))
                .isEqualTo(new GivenAnswers.Given(OTHER, null, claimed("a").bytes()));
    }

    @Test
    void there_are_never_more_than_may_be() {
        for (int i = 0; i < 1_000; i++) {
            answered("key " + i);
        }

        assertThat(answers.size()).isEqualTo(10);
    }

    @Test
    void of_long_answers_there_are_fewer() {
        var problem = new Problem("urn", "title", 422, "x".repeat(1_000), null);
        var refused = new BatchReceipt(0, 1, Collections.nCopies(1, new BatchReceipt.Item(0, null, problem)), null);
        for (int i = 0; i < 1_000; i++) {
            answers.claim(key("key " + i), ONE);
            answers.keep(key("key " + i), ONE, refused);
        }

        assertThat(answers.size()).isEqualTo(3);
    }

    @Test
    void another_devices_equal_key_is_another() {
        answered("a");

        assertThat(answers.claim(new GivenAnswers.Key("gate-2", "a"), OTHER)).isNull();
    }

    private void answered(String key) {
        answers.claim(key(key), ONE);
        answers.keep(key(key), ONE, RECEIPT);
    }

    private GivenAnswers.Given claimed(String key) {
        GivenAnswers.@Nullable Given given = answers.claim(key(key), OTHER);
        return Objects.requireNonNull(given);
    }

    private static GivenAnswers.Key key(String key) {
        return new GivenAnswers.Key("gate-1", key);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private record Config(Duration kept, int answers, MemorySize bytes) implements IdempotencyConfig {}
}
