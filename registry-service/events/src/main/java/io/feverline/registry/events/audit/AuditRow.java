package io.feverline.registry.events.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log: who did what to what, when, and why.
 *
 * @param seq its number, from 1 on without a gap
 * @param recordedAt in whole µs
 * @param actor the subject of the token
 * @param area what the actor may see; empty for nothing
 * @param act such as {@code identity.open}
 * @param subject the id of what it was done to; null when it was nothing that has one
 * @param purpose what for, in the actor's words
 * @param detail what else is to be known, never who somebody is
 * @param hash SHA-256 of the hash before and of all of this, by {@link #hashAfter}; 64 hexadecimal digits
 */
public record AuditRow(
        long seq,
        Instant recordedAt,
        String actor,
        String area,
        String act,
        @Nullable String subject,
        @Nullable String purpose,
        @Nullable String detail,
        String hash) {
    /** What the first row comes after: 32 bytes of zero. */
    public static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    /**
     * What the hash is to be: SHA-256 of the hash before it and then of each part, as the length of its UTF-8 (32 bits,
     * big endian; -1 of one that is not there) and its UTF-8. Parts are seq and µs since 1970 in decimal digits, actor,
     * area, act, subject, purpose and detail.
     */
    public String hashAfter(String previous) {
        MessageDigest sha256 = sha256();
        sha256.update(HEX.parseHex(previous));
        add(sha256, Long.toString(seq));
        add(sha256, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)));
        add(sha256, actor);
        add(sha256, area);
        add(sha256, act);
        add(sha256, subject);
        add(sha256, purpose);
        add(sha256, detail);
        return HEX.formatHex(sha256.digest());
    }

    private static void add(MessageDigest sha256, @Nullable String part) {
        if (part == null) {
            sha256.update(length(-1));
        } else {
            byte[] bytes = part.getBytes(UTF_8);
            sha256.update(length(bytes.length));
            sha256.update(bytes);
        }
    }

    private static ByteBuffer length(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
