package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.audit.Verification.Report;
import io.feverline.registry.events.audit.AuditCheck.Fault;
import io.feverline.registry.events.audit.SignedHead;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a verification of the audit log came to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditReport", description = "Whether the audit log is as it was written.")
public record AuditReportView(
        @Schema(required = true) boolean intact,

        @Schema(required = true, description = "So many rows are sound, from the first on.")
        long rows,

        @Schema(required = true, description = "Of the last of them, hexadecimal.")
        String hash,

        @Schema(required = true, description = "So many signed heads were met by the rows.")
        int heads,

        @Schema(required = true, description = "So many heads on the topic were not signed by the service's key.")
        int forgedHeads,

        @Schema(description = "When the newest head was signed: what was cut off since then does not show.") @Nullable
        Instant lastSignedAt,

        @Schema(required = true, description = "The database keeps the service from changing the log.")
        boolean appendOnly,

        @Nullable FaultView fault) {
    /** Where it is broken. */
    @Schema(name = "AuditFault")
    public record FaultView(
            @Schema(
                    required = true,
                    enumeration = {"two-heads", "row-missing", "row-changed", "written-anew", "cut-off"})
            String kind,

            @Schema(required = true, description = "From this row on it cannot be trusted.")
            long seq) {
        static @Nullable FaultView of(@Nullable Fault fault) {
            return fault == null
                    ? null
                    : new FaultView(fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), fault.seq());
        }
    }

    static AuditReportView of(Report report) {
        var outcome = report.outcome();
        SignedHead last = outcome.lastHead();
        return new AuditReportView(
                outcome.isIntact(),
                outcome.rows(),
                outcome.hash(),
                outcome.heads(),
                outcome.forgedHeads(),
                last == null ? null : last.signedAt(),
                report.isAppendOnly(),
                FaultView.of(outcome.fault()));
    }
}
