package io.feverline.registry.events.evidence;

import com.google.crypto.tink.PublicKeySign;
import io.feverline.events.identity.Keysets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** Signs archives' lists of files. */
public final class SumsSigner {
    private final PublicKeySign key;

    private SumsSigner(PublicKeySign key) {
        this.key = key;
    }

    /**
     * A signer with the private key in a file.
     *
     * @param privateKeyset a Tink keyset of Ed25519 without prefix
     * @throws IllegalStateException if it is none
     */
    public static SumsSigner load(Path privateKeyset) {
        return new SumsSigner(Keysets.load(privateKeyset, PublicKeySign.class));
    }

    /** The content of the signature's file. */
    public String sign(Sums sums) {
        try {
            return HexFormat.of().formatHex(key.sign(Sums.signed(sums.text()))) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the list of files could not be signed", e);
        }
    }
}
