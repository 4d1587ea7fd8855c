package io.feverline.registry.followup.rule;

/** What somebody wants to do to a follow-up cannot be done to it now. */
public final class NotPossible extends RuntimeException {
    /** Why not. */
    public enum Why {
        /** It is over. */
        OVER,
        /** It is another's, or nobody has accepted it. */
        NOT_ACCEPTED,
        /** It is accepted already. */
        ALREADY_ACCEPTED,
        /** Its days are not over yet. */
        DAYS_LEFT
    }

    private final Why why;

    NotPossible(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
