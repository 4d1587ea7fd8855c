package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import io.feverline.ingest.reading.Submission;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "{\"temperature\":Infinity} | MALFORMED_JSON",
                "{\"seq\":1,\"seq\":2} | DUPLICATE_MEMBER",
                "{\"traveller\":{\"name\":\"a\",\"name\":\"a\"}} | DUPLICATE_MEMBER",
                "{\"seq\":9223372036854775808} | MEMBER_TYPE",
                "{\"bootId\":\"a\tb\"} | MALFORMED_JSON",
                "{} {} | MEMBER_TYPE"
            })
    void what_is_no_submission_is_turned_away_with_its_reason(String body, Reason reason) {
        assertRejected(reason, body.getBytes(UTF_8));
    }

    @ParameterizedTest
    @MethodSource("atAndAboveTheLimits")
    void a_limit_is_the_last_that_is_read(String within, String above) throws Rejected {
        assertThat(read(within)).isNotNull();
        assertRejected(Reason.JSON_LIMIT, above.getBytes(UTF_8));
    }

    static Stream<Arguments> atAndAboveTheLimits() {
        return Stream.of(
                arguments(text(StrictJson.TEXT), text(StrictJson.TEXT + 1)),
                arguments(number(StrictJson.NUMBER), number(StrictJson.NUMBER + 1)));
    }

    @Test
    void a_name_is_read_up_to_its_limit_before_it_is_known_or_not() {
        assertRejected(Reason.UNKNOWN_MEMBER, name(StrictJson.NAME).getBytes(UTF_8));
        assertRejected(Reason.JSON_LIMIT, name(StrictJson.NAME + 1).getBytes(UTF_8));
    }

    @Test
    void an_endless_nesting_is_turned_away_at_its_first_bracket() {
        assertRejected(Reason.MEMBER_TYPE, "[".repeat(100_000).getBytes(UTF_8));
        assertRejected(Reason.MEMBER_TYPE, ("{\"traveller\":" + "[".repeat(100_000)).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void another_encoding_is_not_guessed(String charset) {
        assertRejected(Reason.NOT_UTF_8, "{\"bootId\":\"a\"}".getBytes(Charset.forName(charset)));
    }

    @ParameterizedTest
    @CsvSource({
        "c1 81, an overlong form of A",
        "c0 80, Java's own form of U+0000",
        "ed a0 80, a surrogate encoded as if it were a character",
        "f4 90 80 80, beyond the last character",
        "d5 c5, 张 in GB 18030",
        "00, a zero"
    })
    void bytes_that_are_no_characters_are_turned_away(String hex, String what) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"bootId\":\"".getBytes(UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\"}".getBytes(UTF_8));
        assertThat(catchThrowableOfType(Rejected.class, () -> Submissions.read(Items.whole(body.toByteArray())))
                        .reason())
                .as(what)
                .isEqualTo(Reason.NOT_UTF_8);
    }

    @Test
    void a_text_across_the_decoders_buffer_is_read_as_it_is() throws Rejected {
        String text = "x".repeat(505) + "𠮷".repeat(300);
        assertThat(read("{\"bootId\":\"" + text + "\"}").bootId()).isEqualTo(text);
    }

    @Test
    void a_byte_order_mark_is_passed_over() throws Rejected {
        assertThat(read("\ufeff{\"bootId\":\"a\"}").bootId()).isEqualTo("a");
    }

    @Test
    void an_answer_never_repeats_what_a_member_held() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() ->
                        Submissions.read(Items.whole("{\"traveller\":{\"name\":{\"x\":\"张三\"}}}".getBytes(UTF_8))))
                .satisfies(e -> assertThat(e.detail()).doesNotContain("张三").contains("traveller/name"));
    }

    private static String text(int length) {
        return "{\"bootId\":\"" + "x".repeat(length) + "\"}";
    }

    private static String number(int digits) {
        return "{\"temperature\":36." + "6".repeat(digits - 2) + "}";
    }

    private static String name(int length) {
        return "{\"" + "n".repeat(length) + "\":1}";
    }

    private static Submission read(String body) throws Rejected {
        return Submissions.read(Items.whole(body.getBytes(UTF_8)));
    }

    private static void assertRejected(Reason reason, byte[] body) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> Submissions.read(Items.whole(body)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
