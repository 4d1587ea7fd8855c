package io.feverline.registry.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A document on its way through a preview: from a file to text, and in a field of the form that confirms it, so that
 * what is imported is what was shown and nothing of it is kept in between.
 */
final class CsvContent {
    /** As many as the largest file that is taken has as UTF-8, when each of its characters is of two bytes of GB18030. */
    static final int MOST_BYTES = 15 * 1024 * 1024;

    /** What Excel of China saves as CSV unless told otherwise; it has every character of Unicode. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvContent() {}

    /**
     * The text of a file: UTF-8, or else GB18030.
     *
     * @throws Rejection if it is neither
     */
    static String text(byte[] file) {
        try {
            return decoded(file, UTF_8);
        } catch (CharacterCodingException e) {
            try {
                return decoded(file, GB18030);
            } catch (CharacterCodingException neither) {
                throw new Rejection(
                        Reason.UNREADABLE_CSV,
                        "文件须为 UTF-8 或 GB18030 编码的 CSV / the file must be CSV in UTF-8 or GB18030");
            }
        }
    }

    private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }

    /** For a field of a form, which would change line ends: short, and as safe as it is in a URL. */
    static String packed(String csv) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(csv.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * What {@link #packed} was given.
     *
     * @throws Rejection if it is nothing that it gave, or too large
     */
    static String unpacked(String field) {
        try (var gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(field)))) {
            byte[] bytes = gzip.readNBytes(MOST_BYTES + 1);
            if (bytes.length <= MOST_BYTES) {
                return new String(bytes, UTF_8);
            }
        } catch (IOException | IllegalArgumentException e) {
            // falls through to the answer below
        }
        throw new Rejection(Reason.UNREADABLE_CSV, "请重新选择文件预览 / choose the file and look at it again");
    }
}
