package io.feverline.alert.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something is found wrong with a device, or no longer is.
 *
 * @param since from when on it was so
 * @param until when it ended, not included; null while it is so
 * @param value what was seen: ms of silence; m°C of a stuck value, of a standard deviation, of a drift; missing
 *     readings; ms that a clock is ahead; days past a calibration
 * @param limit what that was held against, in its unit; of a stuck value how many readings showed it
 * @param at as of when; of two that tell of one finding, the later one knows more
 */
public record HealthChange(
        String deviceId,
        Finding finding,
        String checkpointId,
        String areaCode,
        Instant since,
        @Nullable Instant until,
        long value,
        long limit,
        Instant at) {}
