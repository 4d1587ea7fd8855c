package io.feverline.registry;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.feverline.events.identity.Keysets;
import io.feverline.events.identity.Seal;
import io.feverline.registry.passage.SealedIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Seals identities as the door does. */
public final class Door {
    private Door() {}

    public static SealedIdentity seal(String identity, UUID reading, String field) {
        Path file = Path.of(ConfigProvider.getConfig().getValue("test.public-keyset", String.class));
        try {
            byte[] key = Random.randBytes(32);
            byte[] sealed = new AesGcmJce(key)
                    .encrypt(identity.getBytes(StandardCharsets.UTF_8), Seal.associatedData(reading, field));
            return new SealedIdentity(
                    sealed, Keysets.load(file, HybridEncrypt.class).encrypt(key, Seal.hpkeInfo()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
