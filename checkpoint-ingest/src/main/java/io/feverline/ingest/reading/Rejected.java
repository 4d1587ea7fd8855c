package io.feverline.ingest.reading;

/**
 * A submission is turned away, and why. Its detail names members and limits, never what a member held, other than
 * temperatures and times.
 */
public final class Rejected extends Exception {
    private final transient Reason reason;

    public Rejected(Reason reason, String detail) {
        // A rejection is an answer, not a fault: no stack, as one bad batch would pay for a thousand.
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** Why, in one word of the contract. */
    public Reason reason() {
        return reason;
    }

    /** Why, in a sentence for whoever configures the gateway. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
