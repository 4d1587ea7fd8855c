package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.TakenReading;
import io.feverline.alert.lifecycle.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reading of an alert's episode as callers see it. */
@Schema(name = "EpisodeReading", description = "A reading that the episode took in.")
public record ReadingJson(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                enumeration = {"normal", "fever", "invalid-cold"})
        String verdict,

        @Schema(required = true, description = "°C, as judged.")
        BigDecimal temperature,

        @Schema(required = true, description = "°C") BigDecimal threshold,
        @Schema(required = true) String policyVersion,
        @Schema(required = true) String site,
        @Schema(required = true) String deviceId,
        @Schema(required = true) String checkpointId,
        @Schema(required = true) Instant measuredAt,
        @Schema(required = true) Instant receivedAt,

        @Schema(
                required = true,
                description =
                        "Something was wrong with the device, as far as is known today: the temperature is doubtful.")
        boolean unverified) {

    static ReadingJson of(TakenReading reading) {
        return new ReadingJson(
                reading.id(),
                Words.of(reading.verdict()),
                Degrees.of(reading.temperature()),
                Degrees.of(reading.threshold()),
                reading.policyVersion(),
                reading.site(),
                reading.deviceId(),
                reading.checkpointId(),
                reading.measuredAt(),
                reading.receivedAt(),
                reading.unverified());
    }
}
