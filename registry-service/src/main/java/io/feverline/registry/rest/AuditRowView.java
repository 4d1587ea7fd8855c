package io.feverline.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feverline.registry.events.audit.AuditRow;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the audit log, as auditors see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditRow", description = "Who did what to what, when, and why.")
public record AuditRowView(
        @Schema(required = true, description = "From 1 on, without a gap.")
        long seq,

        @Schema(required = true) Instant recordedAt,

        @Schema(required = true, description = "The subject of the token.")
        String actor,

        @Schema(required = true, description = "What the actor may see.")
        String area,

        @Schema(required = true, examples = "identity.open") String act,

        @Schema(description = "The id of what it was done to.") @Nullable
        String subject,

        @Schema(description = "In the actor's words.") @Nullable
        String purpose,

        @Nullable String detail,

        @Schema(required = true, description = "SHA-256 of the hash before and of this row, hexadecimal.")
        String hash) {
    static AuditRowView of(AuditRow row) {
        return new AuditRowView(
                row.seq(),
                row.recordedAt(),
                row.actor(),
                row.area(),
                row.act(),
                row.subject(),
                row.purpose(),
                row.detail(),
                row.hash());
    }
}
