package io.feverline.alert.lifecycle;

import static io.feverline.alert.lifecycle.AlertState.ACKNOWLEDGED;
import static io.feverline.alert.lifecycle.AlertState.ARRIVED;
import static io.feverline.alert.lifecycle.AlertState.CLOSED;
import static io.feverline.alert.lifecycle.AlertState.DISMISSED;
import static io.feverline.alert.lifecycle.AlertState.ISOLATED;
import static io.feverline.alert.lifecycle.AlertState.OPEN;
import static io.feverline.alert.lifecycle.AlertState.REFERRED;

/** What people can do about an alert, and in which states. */
public enum Action {
    ACKNOWLEDGE,
    /** To a fever clinic; needs its name. */
    REFER,
    /** At the clinic they were referred to. */
    ARRIVE,
    ISOLATE,
    /** Needs the outcome. */
    CLOSE,
    /** Needs a reason. */
    DISMISS,
    /** What was closed or dismissed by mistake; needs a reason. */
    REOPEN,
    /** Gives it to somebody; changes no state. */
    ASSIGN,
    /** Changes nothing; needs words. */
    COMMENT;

    /** Whether it can be done in a state. */
    public boolean isPossibleIn(AlertState state) {
        return switch (this) {
            case ACKNOWLEDGE -> state == OPEN;
            case REFER -> state == OPEN || state == ACKNOWLEDGED;
            case ARRIVE -> state == REFERRED;
            case ISOLATE -> state == ACKNOWLEDGED || state == REFERRED || state == ARRIVED;
            case CLOSE -> state != OPEN && !state.isOver();
            case DISMISS -> state == OPEN || state == ACKNOWLEDGED || state == REFERRED;
            case REOPEN -> state.isOver();
            case ASSIGN -> !state.isOver();
            case COMMENT -> true;
        };
    }

    /** The state after it was done in one where it is possible. */
    public AlertState after(AlertState state) {
        return switch (this) {
            case ACKNOWLEDGE, REOPEN -> ACKNOWLEDGED;
            case REFER -> REFERRED;
            case ARRIVE -> ARRIVED;
            case ISOLATE -> ISOLATED;
            case CLOSE -> CLOSED;
            case DISMISS -> DISMISSED;
            case ASSIGN, COMMENT -> state;
        };
    }

    /** Whether it is not done without saying why. */
    public boolean needsReason() {
        return this == DISMISS || this == REOPEN || this == COMMENT;
    }
}
