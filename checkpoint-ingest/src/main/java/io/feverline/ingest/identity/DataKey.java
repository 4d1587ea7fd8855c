package io.feverline.ingest.identity;

import com.google.crypto.tink.Aead;
import io.feverline.events.identity.Seal;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;

/** A short-lived AES-256-GCM key, and itself sealed for registry-service as it rides along with what it sealed. */
public final class DataKey {
    private final Aead aead;
    private final byte[] sealedKey;
    private final Instant expires;

    DataKey(Aead aead, byte[] sealedKey, Instant expires) {
        this.aead = aead;
        this.sealedKey = sealedKey;
        this.expires = expires;
    }

    byte[] seal(byte[] plain, UUID readingId, String field) {
        try {
            return aead.encrypt(plain, Seal.associatedData(readingId, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed", e);
        }
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(expires);
    }

    /** The record header's value; shared, not to be written to. */
    public byte[] sealedKey() {
        return sealedKey;
    }
}
