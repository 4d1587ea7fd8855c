package io.feverline.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.alert.notify.Silence;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A silence, as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Silence", description = "What nobody is told for a while. What is critical is told all the same.")
public record SilenceJson(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "What lies in it.", examples = "360322101")
        String areaCode,

        @Schema(description = "This checkpoint only.") @Nullable
        String checkpointId,

        @Schema(required = true) Instant from,
        @Schema(required = true) Instant until,
        @Schema(required = true) String reason,

        @Schema(required = true, description = "The subject of their token.")
        String createdBy,

        @Schema(required = true) Instant createdAt,

        @Schema(description = "Before its time.") @Nullable Instant endedAt,

        @Schema(description = "The subject of their token.") @Nullable
        String endedBy,

        @Nullable String endedReason) {

    static SilenceJson of(Silence silence) {
        Silence.End end = silence.end();
        return new SilenceJson(
                silence.id(),
                silence.area().prefix(),
                silence.checkpointId(),
                silence.from(),
                silence.until(),
                silence.reason(),
                silence.createdBy(),
                silence.createdAt(),
                end == null ? null : end.at(),
                end == null ? null : end.by(),
                end == null ? null : end.reason());
    }
}
