package io.feverline.alert.lifecycle;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of an alert, or of a device's.
 *
 * @param seq its number; a change with a smaller number was visible before
 * @param about the alert as it stood after the change; null of a change of a device's
 * @param cause what happened
 * @param receivedAt when the reading that it is about arrived; null when it is about none
 * @param cluster the cluster that has grown
 * @param device the device's alert as it stands now; null of a change of an alert
 */
public record AlertChange(
        long seq,
        @Nullable Alert about,
        Cause cause,
        @Nullable Instant receivedAt,
        @Nullable Cluster cluster,
        @Nullable DeviceAlert device) {

    /** The alert that has changed; there is one unless {@link #device} is there. */
    public Alert alert() {
        return Objects.requireNonNull(about, "a change of a device's alert");
    }

    /** Where it happened. */
    public String areaCode() {
        return device == null ? alert().opening().areaCode() : device.found().areaCode();
    }

    /** What happened. */
    public enum Cause {
        READING,
        WINDOW_END,
        MERGER,
        ACTION,
        /** Who was referred to a clinic is not there in time. */
        OVERDUE,
        /** Nobody acknowledged it in time, and the next level has to know. */
        ESCALATION,
        /** With it a cluster has grown, or is one. */
        CLUSTER,
        /** The device that took its opening reading has fallen ill, or is well again. */
        DEVICE
    }
}
