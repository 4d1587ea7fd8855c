package io.feverline.alert.rest;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.AlertQuery.Filter;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Severity;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the alert list, as query parameters. */
public record AlertFilter(
        @QueryParam("state")
        @Parameter(description = "What people have done about it.")
        @Schema(enumeration = {"open", "acknowledged", "referred", "arrived", "isolated", "closed", "dismissed"})
        @Nullable
        String state,

        @QueryParam("episodeState")
        @Schema(enumeration = {"suspected", "confirmed", "cleared", "expired", "merged"})
        @Nullable
        String episodeState,

        @QueryParam("severity") @Schema(enumeration = {"low", "moderate", "high", "critical"}) @Nullable
        String severity,

        @QueryParam("checkpoint") @Parameter(description = "Checkpoint id.") @Nullable
        String checkpoint,

        @QueryParam("area") @Parameter(description = "Area code; what lies in it.") @Nullable
        String area,

        @QueryParam("from")
        @Parameter(description = "Earliest opening, RFC 3339, included.")
        @Schema(format = "date-time")
        @Nullable
        String from,

        @QueryParam("to")
        @Parameter(description = "Latest opening, RFC 3339, not included.")
        @Schema(format = "date-time")
        @Nullable
        String to,

        @QueryParam("historic") @Schema(enumeration = {"true", "false"}) @Nullable
        String historic) {

    /**
     * The filter that the parameters mean.
     *
     * @throws ProblemException 400 if one of them means nothing
     */
    Filter parsed() {
        return new Filter(
                state == null ? null : Parameters.word("state", AlertState.class, state),
                episodeState == null ? null : Parameters.word("episodeState", EpisodeState.class, episodeState),
                severity == null ? null : Parameters.word("severity", Severity.class, severity),
                checkpoint,
                area == null ? null : Parameters.area("area", area),
                from == null ? null : Parameters.time("from", from),
                to == null ? null : Parameters.time("to", to),
                historic == null ? null : Parameters.truth("historic", historic));
    }
}
