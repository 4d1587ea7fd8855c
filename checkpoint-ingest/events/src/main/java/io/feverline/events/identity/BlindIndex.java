package io.feverline.events.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Mac;
import io.feverline.ingest.events.DocumentType;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Tokens that stand for a document or a plate: HMAC-SHA-256 under a key that only the door and registry-service hold,
 * so that equal numbers meet and nobody else can try numbers out. Safe for use by several threads.
 */
public final class BlindIndex {
    private final Mac mac;

    private BlindIndex(Mac mac) {
        this.mac = mac;
    }

    /**
     * The index under the key in a file.
     *
     * @param keyset a Tink keyset of HMAC-SHA-256 with 256-bit tags without prefix
     * @throws IllegalStateException if it is none
     */
    public static BlindIndex load(Path keyset) {
        return new BlindIndex(Keysets.load(keyset, Mac.class));
    }

    /** The token of a document, 43 characters of base64url. */
    public String traveller(DocumentType type, String normalisedNumber) {
        return token("traveller\0" + type.name() + '\0' + normalisedNumber);
    }

    /** The token of a plate, 43 characters of base64url. */
    public String vehicle(String normalisedPlate) {
        return token("vehicle\0" + normalisedPlate);
    }

    private String token(String text) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.computeMac(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC failed", e);
        }
    }
}
