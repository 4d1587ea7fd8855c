package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.device.HealthChange;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device alert as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeviceAlert", description = "Something that is wrong with a device, or was.")
public record DeviceAlertJson(
        @Schema(required = true) UUID id,

        @Schema(required = true) String deviceId,

        @Schema(required = true) String checkpointId,

        @Schema(required = true, description = "The checkpoint's area code.")
        String areaCode,

        @Schema(
                required = true,
                description =
                        "Flat: its readings differ by less than people do. Gaps: readings that it counted are missing.",
                enumeration = {"silent", "stuck", "flat", "drifting", "gaps", "clock", "calibration"})
        String finding,

        @Schema(required = true, description = "Whether what the device measured meanwhile is unverified.")
        boolean doubtful,

        @Schema(required = true, description = "From when on it was so, which is before it was found.")
        Instant since,

        @Schema(description = "When it ended; absent as long as it is so.") @Nullable
        Instant until,

        @Schema(
                required = true,
                description =
                        "What was seen when it was found: the stuck value, the standard deviation, the distance from the"
                                + " neighbours; how long it was silent, or how far its clock is ahead; missing readings; days past"
                                + " the calibration.")
        BigDecimal value,

        @Schema(
                required = true,
                description = "What that was held against; of a stuck value, how many readings showed it.")
        BigDecimal limit,

        @Schema(
                required = true,
                description = "Of value and limit.",
                enumeration = {"s", "°C", "readings", "days"})
        String unit,

        @Schema(
                required = true,
                description = "Closed also when it ended before anybody acknowledged it.",
                enumeration = {"open", "acknowledged", "closed"})
        String state,

        @Schema(required = true) Instant raisedAt) {

    /** As callers see it. */
    public static DeviceAlertJson of(DeviceAlert alert) {
        HealthChange found = alert.found();
        return new DeviceAlertJson(
                alert.id(),
                found.deviceId(),
                found.checkpointId(),
                found.areaCode(),
                Words.of(found.finding()),
                alert.isDoubtful(),
                found.since(),
                found.until(),
                value(found),
                limit(found),
                switch (found.finding()) {
                    case SILENT, CLOCK -> "s";
                    case STUCK, FLAT, DRIFTING -> "°C";
                    case GAPS -> "readings";
                    case CALIBRATION -> "days";
                },
                Words.of(alert.state()),
                alert.raisedAt());
    }

    private static BigDecimal value(HealthChange found) {
        return switch (found.finding()) {
            case SILENT, CLOCK, STUCK, FLAT, DRIFTING -> BigDecimal.valueOf(found.value(), 3);
            case GAPS, CALIBRATION -> BigDecimal.valueOf(found.value());
        };
    }

    private static BigDecimal limit(HealthChange found) {
        return switch (found.finding()) {
            case SILENT, CLOCK, FLAT, DRIFTING -> BigDecimal.valueOf(found.limit(), 3);
            case STUCK, GAPS, CALIBRATION -> BigDecimal.valueOf(found.limit());
        };
    }
}
