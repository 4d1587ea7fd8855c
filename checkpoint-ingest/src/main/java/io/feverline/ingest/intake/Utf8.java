package io.feverline.ingest.intake;

import io.feverline.ingest.reading.Reason;
import io.feverline.ingest.reading.Rejected;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * JSON is UTF-8 (RFC 8259, 8.1). Jackson would guess UTF-16 and UTF-32 from their zero bytes, and takes overlong forms
 * and encoded surrogates for characters; so what it is given is looked at first.
 */
final class Utf8 {
    private static final int SCRATCH = 256;

    private Utf8() {}

    /** Turns away bytes that are not UTF-8, or hold a zero: no JSON text has one. */
    static void require(byte[] bytes, int offset, int length) throws Rejected {
        int end = offset + length;
        int beyondAscii = end;
        for (int i = end - 1; i >= offset; i--) {
            if (bytes[i] <= 0) {
                if (bytes[i] == 0) {
                    throw rejected();
                }
                beyondAscii = i;
            }
        }
        if (beyondAscii < end) {
            requireWellFormed(ByteBuffer.wrap(bytes, beyondAscii, end - beyondAscii));
        }
    }

    private static void requireWellFormed(ByteBuffer bytes) throws Rejected {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var scratch = CharBuffer.allocate(SCRATCH);
        CoderResult result;
        do {
            scratch.clear();
            result = decoder.decode(bytes, scratch, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw rejected();
        }
    }

    private static Rejected rejected() {
        return new Rejected(Reason.NOT_UTF_8, "JSON 须为 UTF-8 / JSON is UTF-8");
    }
}
