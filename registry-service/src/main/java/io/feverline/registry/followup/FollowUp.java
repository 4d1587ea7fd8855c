package io.feverline.registry.followup;

import io.feverline.registry.followup.rule.Care;
import io.feverline.registry.followup.rule.HalfDay;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is looked after.
 *
 * @param cause what opened it
 * @param openedAt when that was
 * @param endsAt when the days are over
 * @param overdue it should have been accepted before
 * @param waitingFor the first half day that lacks an entry; when none does, the one with which its days are over
 * @param missed how many half days have ended without an entry
 * @param feverish an entry tells of a fever: the traveller is to be referred
 * @param version counts up with each change
 */
public record FollowUp(
        UUID id,
        UUID travellerId,
        CauseKind cause,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant closedAt,
        Care care,
        boolean overdue,
        HalfDay waitingFor,
        long missed,
        boolean feverish,
        long version) {}
