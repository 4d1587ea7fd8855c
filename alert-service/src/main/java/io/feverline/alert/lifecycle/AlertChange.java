package io.feverline.alert.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of an alert.
 *
 * @param seq its number; a change with a smaller number was visible before
 * @param alert the alert as it stood after the change
 * @param cause what happened
 * @param cluster the cluster that has grown
 * @param receivedAt when the reading that it is about arrived; null when it is about none
 */
public record AlertChange(
        long seq,
        Alert alert,
        Cause cause,
        @Nullable Instant receivedAt,
        @Nullable Cluster cluster) {

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
        CLUSTER
    }
}
