package io.feverline.registry.console;

import io.feverline.registry.followup.FollowUp;
import io.feverline.registry.followup.rule.HalfDay;
import io.feverline.registry.followup.rule.State;
import io.feverline.registry.rest.Versions;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * A follow-up as its reader sees it.
 *
 * @param area what its area is called
 * @param reader the subject of who looks
 * @param current the half day of {@code now}
 */
record FollowUpCard(FollowUp followUp, String area, String reader, HalfDay current, Instant now) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final int HANDLE = 8;

    /** What about an entry. */
    enum Due {
        /** A half day has ended without one. */
        MISSED,
        /** It is to be written now. */
        NOW,
        /** There is nothing to write yet. */
        LATER,
        /** None is asked for any more. */
        OVER
    }

    public Due due() {
        if (followUp.missed() > 0) {
            return Due.MISSED;
        } else if (!isOngoing() || isPast()) {
            return Due.OVER;
        }
        return followUp.waitingFor().equals(current) ? Due.NOW : Due.LATER;
    }

    /** Whether its days are over. */
    public boolean isPast() {
        return !now.isBefore(followUp.endsAt());
    }

    /** Whole days until it can be completed; none on the last. */
    public long daysLeft() {
        Duration left = Duration.between(now, followUp.endsAt());
        return left.isNegative() ? 0 : left.toDays();
    }

    /** What is waited for, by its day. */
    public String waitingDay() {
        return DAY.format(followUp.waitingFor().day());
    }

    /** Enough of the id to tell it from the others on a list. */
    public String handle() {
        return followUp.id().toString().substring(0, HANDLE);
    }

    /** Its version, as a change names it. */
    public String seen() {
        return Versions.tag(followUp.version());
    }

    public boolean isOngoing() {
        return !followUp.care().state().isOver();
    }

    public boolean isMine() {
        return reader.equals(followUp.care().assignee());
    }

    /** Whether a grid worker can accept it. */
    public boolean isAcceptable() {
        State state = followUp.care().state();
        return state == State.UNASSIGNED || (state == State.ASSIGNED && isMine());
    }

    /** Whether its reader writes its entries. */
    public boolean isEnterable() {
        return followUp.care().state() == State.ACCEPTED && isMine();
    }

    public EntryForm form() {
        return EntryForm.fresh(followUp.id());
    }
}
