package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionsTest {
    @Test
    void members_are_read_as_they_are_named() throws Rejected {
        var read = Submissions.read(Items.whole("{\"id\":\"a\",\"temperature\":36.6,\"seq\":7}".getBytes(UTF_8)));
        assertThat(read.temperature()).isEqualTo(36.6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"temperature\":\"36.6\"} | MEMBER_TYPE",
                "{\"seq\":1.5} | MEMBER_TYPE",
                "{\"traveller\":[]} | MEMBER_TYPE",
                "[] | MEMBER_TYPE",
                "null | MEMBER_TYPE",
                "{\"temprature\":36.6} | UNKNOWN_MEMBER",
                "{\"temperature\":NaN} | MALFORMED_JSON",
                "{\"temperature\":36.6 | MALFORMED_JSON",
                "{\"seq\":1,\"seq\":2} | MALFORMED_JSON",
                "{} {} | MEMBER_TYPE"
            })
    void what_is_no_submission_is_turned_away_with_its_reason(String body, Reason reason) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> Submissions.read(Items.whole(body.getBytes(UTF_8))))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void an_endless_nesting_is_turned_away() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(
                        () -> Submissions.read(Items.whole(("{\"traveller\":" + "[".repeat(100_000)).getBytes(UTF_8))));
    }

    @Test
    void an_answer_never_repeats_what_a_member_held() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() ->
                        Submissions.read(Items.whole("{\"traveller\":{\"name\":{\"x\":\"张三\"}}}".getBytes(UTF_8))))
                .satisfies(e -> assertThat(e.detail()).doesNotContain("张三").contains("traveller/name"));
    }
}
