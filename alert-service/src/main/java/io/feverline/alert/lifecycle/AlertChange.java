package io.feverline.alert.lifecycle;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change of an alert, or of a device's, or what a synthetic fever told.
 *
 * @param seq its number; a change with a smaller number was visible before
 * @param about the alert as it stood after the change; null of what a device or a synthetic fever told
 * @param cause what happened
 * @param receivedAt when the reading that it is about arrived; null when it is about none
 * @param cluster the cluster that has grown
 * @param device the device's alert as it stands now; null unless it is one of a device's
 * @param probe what a synthetic fever told; null unless one did
 */
public record AlertChange(
        long seq,
        @Nullable Alert about,
        Cause cause,
        @Nullable Instant receivedAt,
        @Nullable Cluster cluster,
        @Nullable DeviceAlert device,
        @Nullable Probe probe) {

    /** The alert that has changed; there is one unless {@link #device} or {@link #probe} is there. */
    public Alert alert() {
        return Objects.requireNonNull(about, "no change of an alert");
    }

    /** Where it happened. */
    public String areaCode() {
        if (device != null) {
            return device.found().areaCode();
        }
        return probe == null ? alert().opening().areaCode() : probe.areaCode();
    }

    /** What happened. */
    public enum Cause {
        READING,
        /** A live fever was taken in after it had been closed or dismissed: it is open again. */
        REOPENING,
        WINDOW_END,
        MERGER,
        ACTION,
        /** Who was referred to a clinic is not there in time. */
        OVERDUE,
        /** Nobody acknowledged it in time, and the next level has to know. */
        ESCALATION,
        /** With it a cluster has grown, or is one. */
        CLUSTER,
        /** A synthetic fever arrived, or did not. */
        PROBE,
        /** The device that took its opening reading has fallen ill, or is well again. */
        DEVICE
    }
}
