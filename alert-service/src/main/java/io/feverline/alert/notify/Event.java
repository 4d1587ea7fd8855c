package io.feverline.alert.notify;

import java.util.Locale;

/** What can be told. */
public enum Event {
    ALERT_OPENED,
    /** It is more severe, or confirmed, than its receiver was told before; or it was over, and is open again. */
    ALERT_RAISED,
    /** Nobody acknowledged it in time, and it is the receiver's level to know. */
    ALERT_ESCALATED,
    /** Who was referred to a clinic is not there in time. */
    ALERT_OVERDUE,
    CLUSTER_FOUND,
    /** Twice as large as its receiver was told before. */
    CLUSTER_GROWN,
    /** No synthetic fever of a checkpoint arrives: neither would a fever. */
    PROBE_MISSING,
    /** They arrive again. */
    PROBE_BACK,
    /** An admin tries the channel. */
    CHANNEL_TEST;

    /** As receivers and the database name it, such as {@code alert.opened}. */
    public String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /**
     * The event of a type.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Event ofType(String type) {
        for (Event event : values()) {
            if (event.type().equals(type)) {
                return event;
            }
        }
        throw new IllegalArgumentException("no such event");
    }
}
