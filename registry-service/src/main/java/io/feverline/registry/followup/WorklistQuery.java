package io.feverline.registry.followup;

import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.Deed;
import io.feverline.registry.followup.rule.State;
import org.jspecify.annotations.Nullable;

/**
 * Which follow-ups are asked for.
 *
 * @param state null for all that are not over
 * @param assignee whose; null for everybody's
 * @param overdue only those that should have been accepted before
 * @param missed only those with a half day that has ended without an entry
 * @param feverish only those of travellers who are to be referred
 * @param after where the page before ended
 */
public record WorklistQuery(
        Staff staff,
        @Nullable State state,
        @Nullable String assignee,
        boolean overdue,
        boolean missed,
        boolean feverish,
        WorklistCursor after,
        int limit) {
    Deed deed() {
        return new Deed(staff.actor(), Act.FOLLOW_UP_LIST, null)
                .with("%s of %s".formatted(state == null ? "ongoing" : state, assignee == null ? "all" : assignee));
    }
}
