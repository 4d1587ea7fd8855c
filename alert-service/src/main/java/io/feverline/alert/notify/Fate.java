package io.feverline.alert.notify;

/** What became of a notification. */
public enum Fate {
    /** It waits for its first or its next attempt. */
    PENDING,
    DELIVERED,
    /** It was given up. */
    DEAD,
    /** It is not sent. */
    SILENCED
}
