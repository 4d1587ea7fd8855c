package io.feverline.registry;

import org.jspecify.annotations.Nullable;

/** A request that the registry understands and refuses. Its message is shown to the caller and names no person. */
public final class Rejection extends RuntimeException {
    /** Why. */
    public enum Reason {
        ALREADY_EXISTS,
        ALREADY_SIGNED,
        AREA_OUTSIDE,
        CHANGED,
        CODE_NOT_VALID,
        COUNT_NOT_KEPT,
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
        NOT_THE_WRITER,
        NUMBER_NOT_ON_RECORD,
        PERIOD_TOO_LONG,
        TIME_NOT_POSSIBLE,
        TOO_MANY_IDENTITIES,
        TOO_MANY_KEYS,
        TOO_MANY_PASSAGES,
        TRAVELLER_HELD,
        TOO_MANY_ROWS,
        UNKNOWN_ACT,
        UNKNOWN_AREA,
        UNKNOWN_CHECKPOINT,
        UNREADABLE_CSV,
        UNREADABLE_CURSOR,
        UNREADABLE_TIME
    }

    private final Reason reason;
    private final @Nullable Long version;

    public Rejection(Reason reason, String message) {
        this(reason, message, null);
    }

    private Rejection(Reason reason, String message, @Nullable Long version) {
        super(message);
        this.reason = reason;
        this.version = version;
    }

    /**
     * Somebody else was faster.
     *
     * @param version today's; null when nobody has looked
     */
    public static Rejection changed(@Nullable Long version) {
        return new Rejection(Reason.CHANGED, "他人已作修改，请重新查看 / somebody has changed it; look at it again", version);
    }

    public Reason reason() {
        return reason;
    }

    /** The version that what was to be changed has now; null when that is not why. */
    public @Nullable Long version() {
        return version;
    }
}
