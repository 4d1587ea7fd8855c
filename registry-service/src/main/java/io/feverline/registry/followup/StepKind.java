package io.feverline.registry.followup;

import io.feverline.registry.audit.Act;

/** What people do about a follow-up. */
public enum StepKind {
    ASSIGNED(Act.FOLLOW_UP_ASSIGN),
    ACCEPTED(Act.FOLLOW_UP_ACCEPT),
    COMPLETED(Act.FOLLOW_UP_COMPLETE),
    REFERRED(Act.FOLLOW_UP_REFER),
    CLOSED(Act.FOLLOW_UP_CLOSE),
    HANDED_OVER(Act.FOLLOW_UP_HAND_OVER);

    private final Act act;

    StepKind(Act act) {
        this.act = act;
    }

    Act act() {
        return act;
    }
}
