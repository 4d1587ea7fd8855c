package io.feverline.alert;

import io.feverline.alert.device.Finding;
import io.feverline.alert.device.HealthChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What detection might tell of devices. */
public final class Health {
    private Health() {}

    /** Something is found, as of a minute later. */
    public static HealthChange found(String deviceId, Finding finding, Instant since) {
        return change(deviceId, finding, since, null, since.plusSeconds(60));
    }

    /** It ended. */
    public static HealthChange ended(HealthChange found, Instant until) {
        return change(found.deviceId(), found.finding(), found.since(), until, until);
    }

    /** It is found anew, and began at the same time. */
    public static HealthChange again(HealthChange found, Instant at) {
        return change(found.deviceId(), found.finding(), found.since(), null, at);
    }

    private static HealthChange change(
            String deviceId, Finding finding, Instant since, @Nullable Instant until, Instant at) {
        return new HealthChange(deviceId, finding, "exit", "360322101", since, until, 36_500, 20, at);
    }
}
