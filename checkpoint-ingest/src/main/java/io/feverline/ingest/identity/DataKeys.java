package io.feverline.ingest.identity;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.feverline.events.identity.Keysets;
import io.feverline.events.identity.Seal;
import io.feverline.ingest.config.IdentityConfig;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The data key in use, made anew when its life is over. */
@Singleton
public class DataKeys {
    private static final int KEY_BYTES = 32;

    private final HybridEncrypt registry;
    private final Duration life;
    private final InstantSource clock;
    private volatile @Nullable DataKey current;

    public DataKeys(IdentityConfig config, InstantSource clock) {
        this.registry = Keysets.load(config.publicKeyset(), HybridEncrypt.class);
        this.life = config.dataKeyLife();
        this.clock = clock;
    }

    /** The key to seal with now. */
    public DataKey current() {
        var key = current;
        if (key == null || key.expiredAt(clock.instant())) {
            key = renew();
        }
        return key;
    }

    private synchronized DataKey renew() {
        var key = current;
        if (key != null && !key.expiredAt(clock.instant())) {
            return key;
        }
        try {
            byte[] secret = Random.randBytes(KEY_BYTES);
            var made = new DataKey(
                    new AesGcmJce(secret),
                    registry.encrypt(secret, Seal.hpkeInfo()),
                    clock.instant().plus(life));
            current = made;
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HPKE failed", e);
        }
    }
}
