package io.feverline.registry.console;

import io.feverline.registry.followup.Workload;
import io.feverline.registry.followup.rule.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The worklist.
 *
 * @param reader the subject of who looks
 * @param now when they look
 * @param workloads whom an official may choose from; empty for a grid worker
 */
record FollowUpList(
        FollowUpFilter filter,
        String reader,
        Instant now,
        boolean official,
        List<Part> parts,
        List<Workload> workloads) {
    public List<State> states() {
        return List.of(State.values());
    }

    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.cards().isEmpty());
    }

    /** What a part of the list is of. */
    enum Kind {
        /** Nobody has them. */
        UNASSIGNED,
        /** Somebody should have accepted them before. */
        OVERDUE,
        /** All others. */
        OTHERS,
        /** The reader's. */
        MINE,
        /** What was asked for. */
        FOUND
    }

    /**
     * One of its parts.
     *
     * @param more where those are that are not shown; null when there are none
     */
    record Part(
            Kind kind, List<FollowUpCard> cards, @Nullable String more) {}
}
