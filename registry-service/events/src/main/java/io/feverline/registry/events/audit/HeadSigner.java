package io.feverline.registry.events.audit;

import com.google.crypto.tink.PublicKeySign;
import io.feverline.events.identity.Keysets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** Signs the heads of the audit log. */
public final class HeadSigner {
    private final PublicKeySign key;

    private HeadSigner(PublicKeySign key) {
        this.key = key;
    }

    /**
     * A signer with the private key in a file.
     *
     * @param privateKeyset a Tink keyset of Ed25519 without prefix
     * @throws IllegalStateException if it is none
     */
    public static HeadSigner load(Path privateKeyset) {
        return new HeadSigner(Keysets.load(privateKeyset, PublicKeySign.class));
    }

    /** The head, signed as of a time, which is cut to µs. */
    public SignedHead sign(long seq, String hash, Instant time) {
        Instant signedAt = time.truncatedTo(ChronoUnit.MICROS);
        try {
            byte[] signature = key.sign(SignedHead.signed(seq, hash, signedAt));
            return new SignedHead(seq, hash, signedAt, HexFormat.of().formatHex(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the head of the audit log could not be signed", e);
        }
    }
}
