package io.feverline.events.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Opens what the door sealed. Only registry-service holds the private key that it needs. */
public final class IdentityOpener {
    private final HybridDecrypt privateKey;

    private IdentityOpener(HybridDecrypt privateKey) {
        this.privateKey = privateKey;
    }

    /**
     * An opener with the private key in a file.
     *
     * @param privateKeyset a Tink keyset of HPKE (X25519, HKDF-SHA-256, AES-256-GCM) without prefix
     * @throws IllegalStateException if it is none
     */
    public static IdentityOpener load(Path privateKeyset) {
        return new IdentityOpener(Keysets.load(privateKeyset, HybridDecrypt.class));
    }

    /**
     * The identity as JSON: name, documentNumber, phone of a traveller; plate, trailerPlate of a vehicle.
     *
     * @param field {@link Seal#TRAVELLER} or {@link Seal#VEHICLE}
     * @throws GeneralSecurityException if the data key is sealed for somebody else, or anything was changed
     */
    public String open(byte[] sealed, byte[] sealedDataKey, UUID readingId, String field)
            throws GeneralSecurityException {
        Aead dataKey = new AesGcmJce(privateKey.decrypt(sealedDataKey, Seal.hpkeInfo()));
        return new String(dataKey.decrypt(sealed, Seal.associatedData(readingId, field)), UTF_8);
    }
}
