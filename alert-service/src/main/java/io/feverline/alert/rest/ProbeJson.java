package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.lifecycle.Probe;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the way from a checkpoint stands, as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Probe", description = "How the way from a checkpoint's gateways stands, by its synthetic fevers.")
public record ProbeJson(
        @Schema(required = true) String checkpointId,
        @Schema(required = true) String areaCode,

        @Schema(required = true, description = "They do not arrive: neither would a fever.")
        boolean missing,

        @Schema(description = "Since when.") @Nullable Instant missingSince,

        @Schema(description = "On the stream: since when they were missing until this one arrived.") @Nullable
        Instant wasMissingSince,

        @Schema(required = true, description = "When the newest that has arrived started, by the gateway's clock.")
        Instant measuredAt,

        @Schema(required = true, description = "ms from then until it was stored; also what the clock is off by.")
        long tookMs,

        @Schema(required = true, description = "ms from the door until it was stored.")
        long tookFromDoorMs) {

    static ProbeJson of(Probe probe) {
        return new ProbeJson(
                probe.checkpointId(),
                probe.areaCode(),
                probe.missingSince() != null,
                probe.missingSince(),
                probe.wasMissingSince(),
                probe.measuredAt(),
                probe.took().toMillis(),
                probe.tookFromDoor().toMillis());
    }

    /** The ways of an area. */
    @Schema(name = "ProbeList")
    public record ProbeListJson(
            @Schema(required = true, description = "Those that are interrupted first.")
            List<ProbeJson> items) {

        static ProbeListJson of(List<Probe> probes) {
            return new ProbeListJson(probes.stream().map(ProbeJson::of).toList());
        }
    }
}
