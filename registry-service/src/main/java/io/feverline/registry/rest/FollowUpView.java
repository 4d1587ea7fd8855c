package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.followup.FollowUp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is looked after.
 *
 * @param areaCode where: the grid cell, else the town, else the county
 * @param cause what opened it
 * @param openedAt when that was
 * @param endsAt when the days are over and it can be completed
 * @param assignee the subject of the grid worker who has it; absent while it is in the queue of its area
 * @param acceptBy when it should be accepted
 * @param overdue it should have been accepted before
 * @param missed how many half days have ended without an entry
 * @param feverish an entry tells of a fever, so the traveller is to be referred
 * @param version the ETag without its quotes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUpView(
        UUID id,
        UUID travellerId,
        String areaCode,
        String state,
        String cause,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant closedAt,
        @Nullable String assignee,
        @Nullable Instant acceptBy,
        boolean overdue,
        long missed,
        boolean feverish,
        long version) {
    static FollowUpView of(FollowUp followUp) {
        return new FollowUpView(
                followUp.id(),
                followUp.travellerId(),
                followUp.care().areaCode(),
                Names.of(followUp.care().state()),
                Names.of(followUp.cause()),
                followUp.openedAt(),
                followUp.endsAt(),
                followUp.closedAt(),
                followUp.care().assignee(),
                followUp.care().acceptBy(),
                followUp.overdue(),
                followUp.missed(),
                followUp.feverish(),
                followUp.version());
    }
}
