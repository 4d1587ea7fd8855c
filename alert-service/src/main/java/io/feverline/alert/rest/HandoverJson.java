package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.roster.Handover;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hand-over as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Handover", description = "What one shift tells the next; never changed once written.")
public record HandoverJson(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID unitId,
        @Schema(required = true) String unitName,
        @Schema(required = true) String areaCode,

        @Schema(required = true, description = "Who leaves, by the subject of their token.")
        String from,

        @Schema(description = "Who is expected.") @Nullable String to,
        @Schema(required = true) String note,
        @Schema(required = true) Instant writtenAt,

        @Schema(required = true, description = "What was to be done in the unit's area when it was written.")
        WorkJson work,

        @Schema(required = true) boolean accepted,
        @Nullable Instant acceptedAt,

        @Schema(description = "Who came, by the subject of their token.") @Nullable
        String acceptedBy) {

    /** What was to be done. */
    @Schema(name = "HandoverWork", description = "Historic alerts that nobody has touched are left out.")
    public record WorkJson(
            @Schema(required = true, description = "Alerts that nobody has acknowledged.")
            int open,

            @Schema(required = true) int acknowledged,

            @Schema(required = true, description = "Sent to a clinic and not there yet.")
            int referred,

            @Schema(required = true, description = "How many of these should have been there.")
            int overdue,

            @Schema(required = true, description = "All of these alerts, the newest first; at most 500.")
            List<UUID> alerts,

            @Schema(required = true, description = "The clusters that they are in; at most 500.")
            List<UUID> clusters) {}

    static HandoverJson of(Handover handover) {
        var work = handover.work();
        return new HandoverJson(
                handover.id(),
                handover.unitId(),
                handover.unitName(),
                handover.areaCode(),
                handover.from(),
                handover.to(),
                handover.note(),
                handover.writtenAt(),
                new WorkJson(
                        work.open(),
                        work.acknowledged(),
                        work.referred(),
                        work.overdue(),
                        work.alerts(),
                        work.clusters()),
                handover.acceptedAt() != null,
                handover.acceptedAt(),
                handover.acceptedBy());
    }
}
