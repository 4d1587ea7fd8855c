package io.feverline.registry.events.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * What the end of the log was at a time, signed: a log that ends before it, or has something else there, was changed.
 *
 * @param seq the number of the last row
 * @param hash that row's, 64 hexadecimal digits
 * @param signedAt in whole µs
 * @param signature Ed25519 (RFC 8032) over {@link #signed}, hexadecimal
 */
public record SignedHead(long seq, String hash, Instant signedAt, String signature) {
    private static final byte[] WHAT = "feverline audit head 1\n".getBytes(UTF_8);

    /** The bytes that are signed: what it is, so that it can be nothing else, then seq, µs since 1970, and the hash. */
    public static byte[] signed(long seq, String hash, Instant signedAt) {
        byte[] bytes = HexFormat.of().parseHex(hash);
        return ByteBuffer.allocate(WHAT.length + 2 * Long.BYTES + bytes.length)
                .put(WHAT)
                .putLong(seq)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, signedAt))
                .put(bytes)
                .array();
    }
}
