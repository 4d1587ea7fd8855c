package io.feverline.registry.console;

import io.feverline.registry.followup.Staff;
import io.feverline.registry.followup.WorklistCursor;
import io.feverline.registry.followup.WorklistQuery;
import io.feverline.registry.followup.rule.State;
import jakarta.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which follow-ups somebody wants to see.
 *
 * @param state null for all that are not over
 * @param worker whose; null for everybody's
 */
record FollowUpFilter(
        @Nullable State state, @Nullable String worker, boolean overdue, boolean missed, boolean feverish) {
    static final FollowUpFilter NONE = new FollowUpFilter(null, null, false, false, false);

    FollowUpFilter in(State wanted) {
        return new FollowUpFilter(wanted, worker, overdue, missed, feverish);
    }

    FollowUpFilter of(String wanted) {
        return new FollowUpFilter(state, wanted, overdue, missed, feverish);
    }

    FollowUpFilter beingOverdue() {
        return new FollowUpFilter(state, worker, true, missed, feverish);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    WorklistQuery query(Staff staff, WorklistCursor after, int limit) {
        return new WorklistQuery(staff, state, worker, overdue, missed, feverish, after, limit);
    }

    /**
     * Where the page is that shows them.
     *
     * @param after where it begins; null for the first
     */
    String link(@Nullable WorklistCursor after) {
        var uri = UriBuilder.fromPath("/console/follow-ups");
        if (state != null) {
            uri.queryParam("state", EnumWords.word(state));
        }
        if (worker != null) {
            uri.queryParam("worker", "{worker}");
        }
        if (overdue) {
            uri.queryParam("overdue", true);
        }
        if (missed) {
            uri.queryParam("missed", true);
        }
        if (feverish) {
            uri.queryParam("feverish", true);
        }
        if (after != null) {
            uri.queryParam("cursor", after.text());
        }
        return (worker == null ? uri.build() : uri.build(worker)).toString();
    }
}
