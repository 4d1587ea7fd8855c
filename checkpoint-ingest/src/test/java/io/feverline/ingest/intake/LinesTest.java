package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final int LONGEST = 20;

    @Test
    void lines_are_items_and_blank_ones_are_not() throws Exception {
        assertThat(lines("{\"a\":1}\n\r\n  \n\n{\"b\":2}")).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void the_last_line_may_end_or_not() throws Exception {
        assertThat(lines("a\nb")).isEqualTo(lines("a\nb\n")).containsExactly("a", "b");
    }

    @Test
    void nothing_has_no_lines() throws Exception {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void a_line_may_be_as_long_as_the_longest() throws Exception {
        String longest = "x".repeat(LONGEST);
        assertThat(lines("a\n" + longest + "\n" + longest)).containsExactly("a", longest, longest);
    }

    @Test
    void a_line_a_byte_too_long_is_an_item_that_cannot_be_read_and_its_neighbours_stand() throws Exception {
        String tooLong = "x".repeat(LONGEST + 1);
        assertThat(lines("a\n" + tooLong + "\nb\n" + tooLong))
                .containsExactly("a", "LINE_TOO_LONG", "b", "LINE_TOO_LONG");
    }

    @Test
    void a_line_of_ten_megabytes_is_passed_over() throws Exception {
        assertThat(lines("a\n" + "x".repeat(10_000_000) + "\nb")).containsExactly("a", "LINE_TOO_LONG", "b");
    }

    @Property(tries = 200)
    void lines_are_the_same_however_they_arrive(
            @ForAll @Size(max = 2000) List<@AlphaChars @StringLength(min = 1, max = LONGEST) String> sent,
            @ForAll @IntRange(min = 1, max = 30) int atOnce)
            throws Exception {
        assertThat(lines(String.join("\n", sent), atOnce)).isEqualTo(sent);
    }

    private static List<String> lines(String body) throws Rejected, IOException {
        return lines(body, Integer.MAX_VALUE);
    }

    private static List<String> lines(String body, int atOnce) throws Rejected, IOException {
        InputStream dripping = new ByteArrayInputStream(body.getBytes(UTF_8)) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
        var lines = new Lines(Body.open(dripping, null, Long.MAX_VALUE), LONGEST);
        var texts = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            texts.add(text(line));
        }
        return texts;
    }

    private static String text(Items.Slice line) {
        try {
            line.requireText();
            return new String(line.body, line.offset, line.length, UTF_8);
        } catch (Rejected e) {
            assertThat(e.reason()).isEqualTo(Reason.LINE_TOO_LONG);
            return e.reason().name();
        }
    }
}
