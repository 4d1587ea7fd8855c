package io.feverline.alert.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did about a device alert.
 *
 * @param version the alert's after it
 * @param actor the subject of their token
 * @param note why, in their words
 */
public record DeviceAlertAction(
        int version,
        DeviceAlert.Action action,
        DeviceAlert.State before,
        DeviceAlert.State after,
        String actor,
        @Nullable String note,
        Instant recordedAt) {}
