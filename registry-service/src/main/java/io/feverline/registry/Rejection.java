package io.feverline.registry;

/** A request that the registry understands and refuses. Its message is shown to the caller and names no person. */
public final class Rejection extends RuntimeException {
    /** Why. */
    public enum Reason {
        ALREADY_EXISTS,
        ALREADY_SIGNED,
        AREA_OUTSIDE,
        CHANGED,
        CODE_NOT_VALID,
        EMPTY_PERIOD,
        ERASED,
        FOLLOW_UP_ACCEPTED,
        FOLLOW_UP_DAYS_LEFT,
        FOLLOW_UP_NOT_ACCEPTED,
        FOLLOW_UP_OVER,
        IDENTITY_UNAVAILABLE,
        IF_MATCH_NEEDED,
        MERGE_NOT_POSSIBLE,
        NOT_FOUND,
        NOT_SIGNED,
        PERIOD_TOO_LONG,
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
