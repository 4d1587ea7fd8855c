package io.feverline.registry.judgement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something was wrong with a device.
 *
 * @param finding by the name of the contract
 * @param until not included; null while it is so
 */
public record DeviceFinding(
        String deviceId,
        String finding,
        Instant since,
        @Nullable Instant until) {}
