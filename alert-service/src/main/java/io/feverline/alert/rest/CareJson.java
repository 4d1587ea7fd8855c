package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Care;
import io.feverline.alert.lifecycle.Words;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The "four earlies" of an alert, early detection, reporting, isolation and treatment, and how long each took. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Care", description = "早发现、早报告、早隔离、早治疗 / Early detection, reporting, isolation, treatment.")
public record CareJson(
        @Schema(required = true, description = "When the opening fever was measured.")
        Instant detectedAt,

        @Schema(description = "When a duty officer first had it.") @Nullable
        Instant acknowledgedAt,

        @Schema(description = "When it was first referred to a fever clinic.") @Nullable
        Instant reportedAt,

        @Nullable Instant isolatedAt,

        @Schema(description = "When the traveller arrived at the clinic.") @Nullable
        Instant treatedAt,

        @Nullable Instant closedAt,

        @Schema(type = SchemaType.STRING, format = "duration", description = "From detection.", examples = "PT12M30S")
        @Nullable
        String toAcknowledge,

        @Schema(type = SchemaType.STRING, format = "duration", description = "From detection.") @Nullable
        String toReport,

        @Schema(type = SchemaType.STRING, format = "duration", description = "From detection.") @Nullable
        String toIsolate,

        @Schema(type = SchemaType.STRING, format = "duration", description = "From detection.") @Nullable
        String toTreat,

        @Schema(description = "Who sees to it.") @Nullable String assignee,

        @Nullable String clinic,
        @Nullable String outcome,

        @Schema(required = true, description = "Referred, and not at the clinic in time.")
        boolean overdue) {

    static CareJson of(Alert alert) {
        Care care = alert.care();
        Instant detectedAt = alert.openedAt();
        return new CareJson(
                detectedAt,
                care.acknowledgedAt(),
                care.reportedAt(),
                care.isolatedAt(),
                care.treatedAt(),
                care.closedAt(),
                interval(detectedAt, care.acknowledgedAt()),
                interval(detectedAt, care.reportedAt()),
                interval(detectedAt, care.isolatedAt()),
                interval(detectedAt, care.treatedAt()),
                care.assignee(),
                care.clinic(),
                care.outcome() == null ? null : Words.of(care.outcome()),
                alert.state() == AlertState.REFERRED && care.overdueSince() != null);
    }

    private static @Nullable String interval(Instant detectedAt, @Nullable Instant happenedAt) {
        var interval = Care.after(detectedAt, happenedAt);
        return interval == null ? null : interval.toString();
    }
}
