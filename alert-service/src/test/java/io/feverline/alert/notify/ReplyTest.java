package io.feverline.alert.notify;

import static io.feverline.alert.notify.News.EIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299})
    void a_success_is_taken(int status) {
        assertThat(of(status, null)).isEqualTo(new Reply.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 301, 307, 500, 502, 504, 408, 425})
    void what_says_nothing_about_the_message_is_a_failure(int status) {
        assertThat(of(status, null)).isEqualTo(new Reply.Failed("HTTP " + status, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 413, 422, 499})
    void what_says_something_about_it_is_a_rejection(int status) {
        assertThat(of(status, null)).isEqualTo(new Reply.Rejected("HTTP " + status));
    }

    @Test
    void gone_is_gone() {
        assertThat(of(410, "5")).isEqualTo(new Reply.Gone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 120 | PT2M",
                "503 | 120 | PT2M",
                "429 | 0 | PT0S",
                "429 | 3600 | PT1H",
                "429 | 3601 | PT1H",
                "503 | Tue, 24 Nov 2026 00:00:30 GMT | PT30S",
                "503 | Mon, 23 Nov 2026 23:59:30 GMT | PT0S",
                "429 | soon | ",
                "429 | -5 | ",
                "500 | 120 | ",
            })
    void who_is_busy_may_say_for_how_long_but_not_for_ever(
            int status, @Nullable String retryAfter, @Nullable Duration wait) {
        assertThat(of(status, retryAfter)).isEqualTo(new Reply.Failed("HTTP " + status, wait));
    }

    private static Reply of(int status, @Nullable String retryAfter) {
        return Reply.of(status, retryAfter, EIGHT, HOUR);
    }
}
