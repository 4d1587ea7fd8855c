package io.feverline.alert.rest;

import io.feverline.alert.episode.EpisodeState;
import io.feverline.alert.lifecycle.AlertQuery.Filter;
import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.lifecycle.Severity;
import io.feverline.alert.lifecycle.Words;
import io.feverline.events.access.AreaScope;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
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
                parsed("state", state, word -> Words.parse(AlertState.class, word)),
                parsed("episodeState", episodeState, word -> Words.parse(EpisodeState.class, word)),
                parsed("severity", severity, word -> Words.parse(Severity.class, word)),
                checkpoint,
                parsed("area", area, AlertFilter::area),
                parsed("from", from, AlertFilter::time),
                parsed("to", to, AlertFilter::time),
                parsed("historic", historic, AlertFilter::truth));
    }

    private static <T> @Nullable T parsed(String name, @Nullable String given, Function<String, T> meaning) {
        if (given == null) {
            return null;
        }
        try {
            return meaning.apply(given);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problems.invalidParameter(name, "取值无效 / has a value that is not known");
        }
    }

    private static AreaScope area(String code) {
        AreaScope scope = AreaScope.of(code);
        if (scope.equals(AreaScope.NOTHING)) {
            throw new IllegalArgumentException("no area code");
        }
        return scope;
    }

    /** A plus that was sent without its escape, and so arrives as a space, is taken for the plus. */
    private static Instant time(String text) {
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
