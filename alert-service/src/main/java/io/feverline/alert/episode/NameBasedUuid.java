package io.feverline.alert.episode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * UUIDs of version 5 (RFC 9562, section 5.5): the same name gives the same id, wherever and however often it is asked.
 */
public final class NameBasedUuid {

    private NameBasedUuid() {}

    /** The id of {@code name} within {@code namespace}; the name is taken as its 16 bytes. */
    public static UUID of(UUID namespace, UUID name) {
        return of(
                namespace,
                ByteBuffer.allocate(16)
                        .putLong(name.getMostSignificantBits())
                        .putLong(name.getLeastSignificantBits())
                        .array());
    }

    /** The id of {@code name} within {@code namespace}; the name is taken as its UTF-8. */
    public static UUID of(UUID namespace, String name) {
        return of(namespace, name.getBytes(UTF_8));
    }

    private static UUID of(UUID namespace, byte[] name) {
        byte[] hash = sha1().digest(ByteBuffer.allocate(16 + name.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(name)
                .array());
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long most = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long least = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
