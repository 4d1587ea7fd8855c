package io.feverline.registry.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A key that opens the door to a device, as far as it is known here. */
@Embeddable
public class LiveKey {
    private static final int FINGERPRINT_BYTES = 4;

    @Column(nullable = false)
    private byte[] hash;

    @Column(name = "drawn_at")
    private @Nullable Instant drawnAt;

    protected LiveKey() {}

    LiveKey(DeviceKey key, Instant drawnAt) {
        this(key.hash(), drawnAt);
    }

    /** As it is stored. */
    LiveKey(byte[] hash, @Nullable Instant drawnAt) {
        this.hash = hash;
        this.drawnAt = drawnAt;
    }

    /** SHA-256 of the key. */
    public byte[] hash() {
        return hash;
    }

    /** When it was drawn; null if that was before this was written down. */
    public @Nullable Instant drawnAt() {
        return drawnAt;
    }

    /** The first 8 hexadecimal digits of the hash: enough to tell a device's keys apart, and of no use at the door. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    }
}
