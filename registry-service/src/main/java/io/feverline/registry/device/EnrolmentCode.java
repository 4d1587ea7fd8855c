package io.feverline.registry.device;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a gateway without a key registers itself with, once. Drawn at random with 128 bits: nobody guesses one, and a
 * look-up by its hash takes a time that tells nothing about the code.
 *
 * @param text {@code fle_} and 16 bytes in base64url; shown once
 */
public record EnrolmentCode(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static EnrolmentCode draw() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new EnrolmentCode(
                "fle_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 of the text in UTF-8. */
    byte[] hash() {
        return Sha256.of(text);
    }

    /** Not the code: it must not come into a log. */
    @Override
    public String toString() {
        return "EnrolmentCode";
    }
}
