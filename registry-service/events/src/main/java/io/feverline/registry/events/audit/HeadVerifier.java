package io.feverline.registry.events.audit;

import com.google.crypto.tink.PublicKeyVerify;
import io.feverline.events.identity.Keysets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Tells the heads that the service signed from others. */
public final class HeadVerifier implements Predicate<SignedHead> {
    private final PublicKeyVerify key;

    private HeadVerifier(PublicKeyVerify key) {
        this.key = key;
    }

    /**
     * A verifier with the public keys in a file.
     *
     * @param publicKeyset a Tink keyset of Ed25519 without prefix; former keys in it are still believed
     * @throws IllegalStateException if it is none
     */
    public static HeadVerifier load(Path publicKeyset) {
        return new HeadVerifier(Keysets.load(publicKeyset, PublicKeyVerify.class));
    }

    @Override
    public boolean test(SignedHead head) {
        try {
            byte[] signature = HexFormat.of().parseHex(head.signature());
            key.verify(signature, SignedHead.signed(head.seq(), head.hash(), head.signedAt()));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
