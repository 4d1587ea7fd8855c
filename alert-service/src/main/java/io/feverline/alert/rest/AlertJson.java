package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as callers see it; its facts are those of the reading that opened the episode. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Alert", description = "What people do about one screening episode.")
public record AlertJson(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The screening episode; it has this one alert.")
        UUID episodeId,

        @Schema(
                required = true,
                description = "What people have done about it.",
                enumeration = {"open", "acknowledged", "referred", "arrived", "isolated", "closed", "dismissed"})
        String state,

        @Schema(
                required = true,
                description = "Expired: nobody rechecked in time. Merged: see mergedInto.",
                enumeration = {"suspected", "confirmed", "cleared", "expired", "merged"})
        String episodeState,

        @Schema(required = true, description = "Measured long before it arrived, or by a wrong clock: not paged.")
        boolean historic,

        @Schema(
                required = true,
                description = "By the highest fever; critical when traveller or vehicle came from a key region.",
                enumeration = {"low", "moderate", "high", "critical"})
        String severity,

        @Schema(description = "The key region that they came from.") @Nullable
        String keyRegion,

        @Schema(required = true) String checkpointId,

        @Schema(required = true, description = "The checkpoint's area code.", examples = "360322101")
        String areaCode,

        @Schema(required = true) String deviceId,

        @Schema(required = true, description = "The reading that opened the episode.")
        UUID readingId,

        @Schema(required = true, examples = "forehead") String site,

        @Schema(required = true, description = "°C, as judged.", examples = "38.2")
        BigDecimal temperature,

        @Schema(required = true, description = "°C", examples = "37.3")
        BigDecimal threshold,

        @Schema(required = true, description = "The screening policy that judged.", examples = "default-2")
        String policyVersion,

        @Schema(
                required = true,
                description =
                        "Something was wrong with the device, as far as is known today: the temperature is doubtful.")
        boolean unverified,

        @Schema(required = true) Instant measuredAt,
        @Schema(required = true) Instant receivedAt,
        @Schema(required = true) Instant openedAt,
        @Schema(required = true) Instant raisedAt,

        @Schema(required = true, description = "How many readings the episode has taken in.")
        int readings,

        @Schema(
                required = true,
                description = "Who has to know of it; higher as long as nobody acknowledges it.",
                enumeration = {"checkpoint", "township", "county"})
        String level,

        @Schema(required = true) CareJson care,

        @Schema(description = "The alert that goes on for this one: a late reading showed that their episodes are one.")
        @Nullable
        UUID mergedInto) {

    static AlertJson of(Alert alert) {
        var opening = alert.opening();
        return new AlertJson(
                alert.id(),
                alert.episodeId(),
                Words.of(alert.state()),
                Words.of(alert.episodeState()),
                alert.historic(),
                Words.of(alert.severity()),
                alert.keyRegion(),
                opening.checkpointId(),
                opening.areaCode(),
                opening.deviceId(),
                opening.id(),
                opening.site(),
                Degrees.of(opening.temperature()),
                Degrees.of(opening.threshold()),
                opening.policyVersion(),
                opening.unverified(),
                opening.measuredAt(),
                opening.receivedAt(),
                alert.openedAt(),
                alert.raisedAt(),
                alert.readings(),
                Words.of(alert.level()),
                CareJson.of(alert),
                alert.mergedInto());
    }
}
