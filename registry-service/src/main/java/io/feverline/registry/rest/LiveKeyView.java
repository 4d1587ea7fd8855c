package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.device.LiveKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A live key of a device, not the key itself.
 *
 * @param fingerprint the first 8 hexadecimal digits of its SHA-256
 * @param drawnAt absent if that was before this was written down
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveKeyView(String fingerprint, @Nullable Instant drawnAt) {
    static LiveKeyView of(LiveKey key) {
        return new LiveKeyView(key.fingerprint(), key.drawnAt());
    }
}
