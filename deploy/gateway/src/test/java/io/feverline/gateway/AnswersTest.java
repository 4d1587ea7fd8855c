package io.feverline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-10-21T07:27:48Z");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static Reply verdicts(String json, int count) {
        return Answers.verdicts(json.getBytes(StandardCharsets.UTF_8), count);
    }

    @Test
    void a_batchs_problems_are_found_by_index() {
        String answer = "{\"accepted\":1,\"rejected\":2,\"problems\":["
                + "{\"index\":0,\"problem\":{\"status\":400,\"type\":\"urn:feverline:problem:temperature-unit\"}},"
                + "{\"index\":2,\"problem\":{\"status\":503,\"type\":\"urn:feverline:problem:brokers-away\"}}]}";
        assertThat(verdicts(answer, 3)).isEqualTo(new Reply.Verdicts(Map.of(0, "temperature-unit"), Set.of(2)));
    }

    @Test
    void what_the_door_calls_retryable_is_sent_again_whatever_its_status() {
        String answer = "{\"accepted\":0,\"rejected\":1,\"problems\":["
                + "{\"index\":0,\"problem\":{\"status\":409,\"retryable\":true}}]}";
        assertThat(verdicts(answer, 1)).isEqualTo(new Reply.Verdicts(Map.of(), Set.of(0)));
    }

    @Test
    void a_refusal_is_final_unless_the_door_says_otherwise() {
        assertThat(Answers.isRetryable("{\"status\":409,\"retryable\":true}".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Answers.isRetryable("{\"status\":422}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Answers.isRetryable("<html>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void the_rest_that_was_not_looked_at_is_sent_again() {
        String answer = "{\"accepted\":1,\"rejected\":1,\"problems\":["
                + "{\"index\":1,\"problem\":{\"status\":422,\"type\":\"urn:feverline:problem:site\"}}],"
                + "\"rest\":{\"from\":2,\"problem\":{\"status\":400}}}";
        assertThat(verdicts(answer, 4)).isEqualTo(new Reply.Verdicts(Map.of(1, "site"), Set.of(2, 3)));
    }

    @Test
    void an_answer_that_does_not_add_up_is_none() {
        assertThat(verdicts("{\"accepted\":1,\"rejected\":0,\"problems\":[]}", 2))
                .isInstanceOf(Reply.NoVerdict.class);
        assertThat(verdicts("<html>", 2)).isInstanceOf(Reply.NoVerdict.class);
        assertThat(verdicts("{}", 2)).isInstanceOf(Reply.NoVerdict.class);
        assertThat(verdicts("", 2)).isInstanceOf(Reply.NoVerdict.class);
    }

    @Test
    void what_may_pass_is_sent_again() {
        for (int status : new int[] {301, 401, 403, 404, 408, 429, 500, 502, 503}) {
            assertThat(Answers.mayPass(status)).as("%d", status).isTrue();
        }
        for (int status : new int[] {400, 409, 413, 415, 422}) {
            assertThat(Answers.mayPass(status)).as("%d", status).isFalse();
        }
    }

    @Test
    void the_door_may_ask_for_patience_but_not_for_hours() {
        assertThat(Answers.retryAfter("7", NOW, LONGEST)).isEqualTo(Duration.ofSeconds(7));
        assertThat(Answers.retryAfter("86400", NOW, LONGEST)).isEqualTo(LONGEST);
        assertThat(Answers.retryAfter("Wed, 21 Oct 2026 07:28:00 GMT", NOW, LONGEST))
                .isEqualTo(Duration.ofSeconds(12));
        assertThat(Answers.retryAfter("Wed, 21 Oct 2026 07:00:00 GMT", NOW, LONGEST))
                .isZero();
        assertThat(Answers.retryAfter("soon", NOW, LONGEST)).isZero();
        assertThat(Answers.retryAfter("", NOW, LONGEST)).isZero();
    }
}
