package io.feverline.alert.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which past to try a draft on. */
@Schema(name = "SimulationRequest", description = "A draft, and the past period to try it on.")
public record SimulationRequestJson(
        @Schema(required = true, format = "date-time", description = "Readings that arrived from then on.") @Nullable
        String from,

        @Schema(required = true, format = "date-time", description = "And before then.") @Nullable
        String to,

        @Schema(required = true) @Nullable PolicyDraftJson policy) {

    /** @throws ProblemException 400 */
    Instant parsedFrom() {
        return Members.time("from", from);
    }

    /** @throws ProblemException 400 unless it is after the beginning */
    Instant parsedTo() {
        Instant end = Members.time("to", to);
        if (!end.isAfter(parsedFrom())) {
            throw Problems.invalidMember("to", "须晚于 from / is after from");
        }
        return end;
    }
}
