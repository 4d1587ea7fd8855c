package io.feverline.systemtests;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing is worth what it would have found. */
class NeedleTest {
    private static final String NUMBER = "360322194903075711";
    private static final String NAME = "欧阳澹台靖";

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void a_text_is_found_behind_any_number_of_bytes(String before) {
        for (String text : new String[] {NUMBER, NAME}) {
            var needle = Needle.text(text);
            byte[] content = (before + text + " etc.").getBytes(UTF_8);
            assertThat(found(needle, content)).isTrue();
            assertThat(found(needle, (before + text).getBytes(UTF_16LE))).isTrue();
            assertThat(found(needle, (before + text).getBytes(UTF_16BE))).isTrue();
            assertThat(found(needle, HexFormat.of().formatHex(content).getBytes(UTF_8)))
                    .isTrue();
            assertThat(found(needle, Base64.getEncoder().encode(content))).isTrue();
            assertThat(found(needle, Base64.getUrlEncoder().encode(content))).isTrue();
            assertThat(found(needle, URLEncoder.encode(before + text, UTF_8).getBytes(UTF_8)))
                    .isTrue();
        }
    }

    @Test
    void a_name_is_found_in_escaped_json() {
        assertThat(found(Needle.text("张三"), "{\"name\":\"\\u5f20\\u4e09\"}".getBytes(UTF_8)))
                .isTrue();
    }

    @Test
    void another_text_is_not_found() {
        byte[] other = "360322194903075712 欧阳澹台".getBytes(UTF_8);
        assertThat(found(Needle.text(NUMBER), other)).isFalse();
        assertThat(found(Needle.text(NAME), Base64.getEncoder().encode(other))).isFalse();
    }

    private static boolean found(Needle needle, byte[] haystack) {
        return needle.isIn(Haystack.Piece.of("", haystack).content());
    }
}
