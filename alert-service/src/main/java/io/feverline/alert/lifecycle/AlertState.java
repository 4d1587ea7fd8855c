package io.feverline.alert.lifecycle;

/** What people have done about an alert so far. */
public enum AlertState {
    OPEN,
    /** A duty officer has seen it and sees to it. */
    ACKNOWLEDGED,
    /** Sent to a fever clinic. */
    REFERRED,
    /** At the fever clinic. */
    ARRIVED,
    ISOLATED,
    /** Came to an end, which is the outcome. */
    CLOSED,
    /** Was nothing, for a reason that is on record. */
    DISMISSED;

    /** Nobody has to do anything about it any more. */
    public boolean isOver() {
        return this == CLOSED || this == DISMISSED;
    }
}
