package io.feverline.registry;

/** A request that the registry understands and refuses. Its message is shown to the caller and names no person. */
public final class Rejection extends RuntimeException {
    /** Why. */
    public enum Reason {
        ALREADY_EXISTS,
        AREA_OUTSIDE,
        CODE_NOT_VALID,
        EMPTY_PERIOD,
        ERASED,
        IDENTITY_UNAVAILABLE,
        MERGE_NOT_POSSIBLE,
        NOT_FOUND,
        TIME_NOT_POSSIBLE,
        TOO_MANY_IDENTITIES,
        TOO_MANY_KEYS,
        TOO_MANY_PASSAGES,
        TRAVELLER_HELD,
        UNKNOWN_AREA,
        UNKNOWN_CHECKPOINT,
        UNREADABLE_CSV,
        UNREADABLE_CURSOR,
        UNREADABLE_TIME
    }

    private final Reason reason;

    public Rejection(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
