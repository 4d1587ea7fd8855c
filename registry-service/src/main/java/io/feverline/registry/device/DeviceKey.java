package io.feverline.registry.device;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret that a device shows at the door. Drawn at random with 256 bits, so a plain hash of it is safe to store.
 *
 * @param text {@code flk_} and 32 bytes in base64url; shown once
 */
public record DeviceKey(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static DeviceKey draw() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new DeviceKey("flk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 of the text in UTF-8. */
    public byte[] hash() {
        return Sha256.of(text);
    }

    /** Not the key: it must not come into a log. */
    @Override
    public String toString() {
        return "DeviceKey";
    }
}
