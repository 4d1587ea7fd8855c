package io.feverline.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final int MOST = 10_000;

    @Property(tries = 100)
    void what_was_packed_comes_out_as_it_went_in(@ForAll byte[] bytes) throws Exception {
        assertThat(whole(gzip(bytes), "gzip")).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", " gzip ", "x-gzip"})
    void gzip_has_these_names(String encoding) throws Exception {
        assertThat(whole(gzip("{}".getBytes(UTF_8)), encoding)).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void identity_is_no_encoding() throws Exception {
        assertThat(whole("{}".getBytes(UTF_8), "identity")).isEqualTo(whole("{}".getBytes(UTF_8), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", ""})
    void another_encoding_is_turned_away(String encoding) {
        assertRejected(Reason.CONTENT_ENCODING, new byte[0], encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void a_body_may_be_as_large_as_its_bound_and_no_larger(String encoding) throws Exception {
        assertThat(whole(encoded(new byte[MOST], encoding), encoding)).hasSize(MOST);
        assertRejected(Reason.TOO_LARGE, encoded(new byte[MOST + 1], encoding), encoding);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 15, 40})
    void truncated_gzip_is_turned_away(int length) throws Exception {
        byte[] whole = gzip("a reading as long as this one".getBytes(UTF_8));
        assertRejected(Reason.MALFORMED_GZIP, Arrays.copyOf(whole, length), "gzip");
    }

    @Test
    void what_is_no_gzip_is_turned_away() {
        assertRejected(Reason.MALFORMED_GZIP, "{\"temperature\":36.6}".getBytes(UTF_8), "gzip");
    }

    @Test
    void gzip_whose_checksum_is_wrong_is_turned_away() throws Exception {
        byte[] packed = gzip("36.6".getBytes(UTF_8));
        packed[packed.length - 8] ^= 1;
        assertRejected(Reason.MALFORMED_GZIP, packed, "gzip");
    }

    @Test
    void a_bomb_costs_no_more_memory_than_its_bound() throws Exception {
        byte[] bomb = bomb(1L << 30);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertRejected(Reason.TOO_LARGE, bomb, "gzip");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    @Test
    void memory_is_asked_for_as_a_body_grows() throws Exception {
        var asked = new ArrayList<Integer>();
        try (var body = Body.open(new ByteArrayInputStream(new byte[9000]), null, 100_000)) {
            body.whole(asked::add);
        }

        assertThat(asked).containsExactly(4096, 4096, 8192);
    }

    @Test
    void a_line_that_breaks_is_not_the_clients_gzip() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Body.open(new BrokenLine(), "gzip", MOST))
                .withMessage("the line broke");
    }

    private static byte[] whole(byte[] sent, @Nullable String encoding) throws Rejected, IOException {
        try (var body = Body.open(new ByteArrayInputStream(sent), encoding, MOST)) {
            return body.whole();
        }
    }

    private static void assertRejected(Reason reason, byte[] sent, String encoding) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> whole(sent, encoding))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] encoded(byte[] bytes, String encoding) throws IOException {
        return encoding.equals("gzip") ? gzip(bytes) : bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] bomb(long size) throws IOException {
        var packed = new ByteArrayOutputStream();
        var zeros = new byte[1 << 20];
        try (var gzip = new GZIPOutputStream(packed)) {
            for (long written = 0; written < size; written += zeros.length) {
                gzip.write(zeros);
            }
        }
        return packed.toByteArray();
    }
}
