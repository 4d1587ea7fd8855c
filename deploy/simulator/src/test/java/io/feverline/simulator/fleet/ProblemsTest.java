package io.feverline.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static Reply verdicts(String json, int count) {
        return Problems.verdicts(json.getBytes(StandardCharsets.UTF_8), count);
    }

    @Test
    void a_batchs_problems_are_found_by_index() {
        String answer = "{\"accepted\":1,\"rejected\":2,\"problems\":["
                + "{\"index\":0,\"problem\":{\"status\":400,\"type\":\"urn:feverline:problem:temperature-unit\"}},"
                + "{\"index\":2,\"problem\":{\"status\":503,\"type\":\"urn:feverline:problem:brokers-away\"}}]}";
        assertThat(verdicts(answer, 3)).isEqualTo(new Reply.Verdicts(Map.of(0, "temperature-unit"), Set.of(2)));
    }

    @Test
    void an_answer_that_does_not_add_up_is_none() {
        assertThat(verdicts("{\"accepted\":1,\"rejected\":0,\"problems\":[]}", 2))
                .isInstanceOf(Reply.NoVerdict.class);
        assertThat(verdicts("<html>", 2)).isInstanceOf(Reply.NoVerdict.class);
        assertThat(verdicts("{}", 2)).isInstanceOf(Reply.NoVerdict.class);
    }

    @Test
    void what_may_pass_is_sent_again() {
        for (int status : new int[] {301, 401, 403, 404, 408, 429, 500, 502, 503}) {
            assertThat(Problems.mayPass(status)).as("%d", status).isTrue();
        }
        for (int status : new int[] {400, 409, 413, 415, 422}) {
            assertThat(Problems.mayPass(status)).as("%d", status).isFalse();
        }
    }

    @Test
    void the_door_may_ask_for_patience_but_not_for_hours() {
        assertThat(Problems.retryAfter("7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(Problems.retryAfter("86400")).isEqualTo(Duration.ofSeconds(30));
        assertThat(Problems.retryAfter("Wed, 21 Oct 2026 07:28:00 GMT")).isZero();
    }
}
