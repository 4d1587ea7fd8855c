package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.device.CheckpointStatus;
import io.feverline.alert.lifecycle.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a checkpoint stands, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CheckpointStatus", description = "How a checkpoint stands; of live readings, by the whole minute.")
public record CheckpointStatusJson(
        @Schema(required = true) String checkpointId,
        @Schema(required = true) String areaCode,

        @Schema(required = true, description = "As of when; it has not changed since.")
        Instant at,

        @Schema(description = "When the last reading arrived; absent as long as there was none.") @Nullable
        Instant lastReadingAt,

        @Schema(required = true, description = "Readings a minute, over the last five.", examples = "4.2")
        BigDecimal perMinute,

        @Schema(required = true, description = "Readings a minute, over the last fifteen.", examples = "3.8")
        BigDecimal perMinuteOfQuarterHour,

        @Schema(required = true, description = "Readings of the last hour.")
        int readings,

        @Schema(required = true, description = "How many of them were fevers.")
        int fevers,

        @Schema(
                description = "Fevers of a thousand readings, over the last hour; absent when there were none.",
                examples = "12.5")
        @Nullable
        BigDecimal feversPerThousand,

        @Schema(required = true) List<Device> devices) {

    /** One device of it. */
    @Schema(name = "DeviceStatus")
    public record Device(
            @Schema(required = true) String deviceId,

            @Schema(required = true, description = "When its last reading or heartbeat arrived.")
            Instant lastHeardAt,

            @Schema(required = true, description = "What is wrong with it; empty when it is well.")
            List<String> findings) {}

    /** As callers see it. */
    public static CheckpointStatusJson of(CheckpointStatus status) {
        return new CheckpointStatusJson(
                status.checkpointId(),
                status.areaCode(),
                status.at(),
                status.lastReadingAt(),
                ratio(status.lastFiveMinutes(), 5),
                ratio(status.lastQuarterHour(), 15),
                status.lastHour(),
                status.feversOfLastHour(),
                status.lastHour() == 0 ? null : ratio(status.feversOfLastHour() * 1_000L, status.lastHour()),
                status.devices().stream()
                        .map(device -> new Device(
                                device.deviceId(),
                                device.lastHeardAt(),
                                device.findings().stream()
                                        .sorted()
                                        .map(Words::of)
                                        .toList()))
                        .toList());
    }

    private static BigDecimal ratio(long count, long of) {
        return BigDecimal.valueOf(count).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP);
    }
}
