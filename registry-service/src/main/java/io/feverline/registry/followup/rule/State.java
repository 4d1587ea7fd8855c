package io.feverline.registry.followup.rule;

/** How far a follow-up is. */
public enum State {
    /** In the queue of its area; nobody has it. */
    UNASSIGNED,
    /** Given to a grid worker, who has not accepted it yet. */
    ASSIGNED,
    /** A grid worker asks and measures. */
    ACCEPTED,
    /** Its days are over. */
    COMPLETED,
    /** Sent to a fever clinic. */
    REFERRED,
    /** Ended for another reason, such as a person who has left or a wrong document. */
    CLOSED;

    /** Whether nothing is done any more. */
    public boolean isOver() {
        return this == COMPLETED || this == REFERRED || this == CLOSED;
    }
}
