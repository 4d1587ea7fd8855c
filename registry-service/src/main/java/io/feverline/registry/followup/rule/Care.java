package io.feverline.registry.followup.rule;

import io.feverline.registry.followup.rule.NotPossible.Why;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after somebody, where, and how far it is.
 *
 * @param areaCode where: a grid cell, a town, or a county whose queue it is in
 * @param assignee the subject of a grid worker; null as long as nobody has it
 * @param acceptBy when it should be accepted; null unless it is assigned and not accepted
 */
public record Care(
        State state,
        String areaCode,
        @Nullable String assignee,
        @Nullable Instant acceptBy) {

    /** In the queue of an area. */
    public static Care queued(String areaCode) {
        return new Care(State.UNASSIGNED, areaCode, null, null);
    }

    /**
     * Given to a worker, whoever had it before; without one, into the queue of the area.
     *
     * @param in where it is looked after from then on
     * @param deadline when the worker should have accepted it
     */
    public Care assign(@Nullable String worker, String in, Instant deadline) {
        requireOngoing();
        return worker == null ? queued(in) : new Care(State.ASSIGNED, in, worker, deadline);
    }

    /** Accepted by whom it is assigned to, also after the deadline, or taken from the queue. */
    public Care accept(String worker) {
        requireOngoing();
        if (state == State.ACCEPTED) {
            throw new NotPossible(Why.ALREADY_ACCEPTED);
        }
        if (assignee != null && !assignee.equals(worker)) {
            throw new NotPossible(Why.NOT_ACCEPTED);
        }
        return new Care(State.ACCEPTED, areaCode, worker, null);
    }

    /** The days are over. Somebody has accepted it: else nobody knows how the person was. */
    public Care complete(boolean daysAreOver) {
        requireOngoing();
        if (state != State.ACCEPTED) {
            throw new NotPossible(Why.NOT_ACCEPTED);
        }
        if (!daysAreOver) {
            throw new NotPossible(Why.DAYS_LEFT);
        }
        return ended(State.COMPLETED);
    }

    /** Sent to a fever clinic, in whatever state it is. */
    public Care refer() {
        requireOngoing();
        return ended(State.REFERRED);
    }

    /** Ended for another reason, in whatever state it is. */
    public Care close() {
        requireOngoing();
        return ended(State.CLOSED);
    }

    /** Entries are written by who has accepted it. */
    public void requireEntryBy(String worker) {
        requireOngoing();
        if (state != State.ACCEPTED || !Objects.equals(assignee, worker)) {
            throw new NotPossible(Why.NOT_ACCEPTED);
        }
    }

    /** Whether it should have been accepted before. */
    public boolean isOverdue(Instant now) {
        return acceptBy != null && now.isAfter(acceptBy);
    }

    private void requireOngoing() {
        if (state.isOver()) {
            throw new NotPossible(Why.OVER);
        }
    }

    private Care ended(State how) {
        return new Care(how, areaCode, assignee, null);
    }
}
