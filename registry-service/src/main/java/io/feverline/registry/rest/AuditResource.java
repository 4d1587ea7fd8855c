package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.AuditQuery;
import io.feverline.registry.audit.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "audit", description = "审计 / Who did what, when, and why")
public class AuditResource {
    private final AuditLog log;
    private final Verification verification;
    private final Caller caller;

    AuditResource(AuditLog log, Verification verification, Caller caller) {
        this.log = log;
        this.verification = verification;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listAuditRows",
            summary = "审计记录 / What people of the auditor's area did, newest first; that it was read is on record too")
    public Uni<Items<AuditRowView>> page(
            @QueryParam("actor")
                    @Parameter(
                            description =
                                    "the subject of who did it; what looks like a person's number is refused unless the log has"
                                            + " it")
                    @Pattern(regexp = Shapes.ACTOR, message = Shapes.ACTOR_MESSAGE)
                    @Nullable
                    String actor,
            @RestQuery @Parameter(description = "such as identity.open") @Nullable String act,
            @QueryParam("subject")
                    @Parameter(description = "the id of what it was done to; refused as the actor is")
                    @Pattern(regexp = Shapes.SUBJECT, message = Shapes.SUBJECT_MESSAGE)
                    @Nullable
                    String subject,
            @RestQuery @Parameter(description = "RFC 3339, inclusive") @Nullable String from,
            @RestQuery @Parameter(description = "RFC 3339, exclusive") @Nullable String to,
            @RestQuery @Parameter(description = "next of the page before") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        var query = new AuditQuery(
                caller.actor(),
                actor,
                act == null ? null : Act.named(act),
                subject,
                Times.parse(from),
                Times.parse(to),
                SeqCursor.parse(cursor),
                limit);
        return log.page(query).map(page -> Items.of(page, AuditRowView::of, SeqCursor::text));
    }

    @POST
    @Path("/verifications")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "verifyAuditLog",
            summary = "核验审计链 / Verify the whole log against itself and against the heads that were published")
    public Uni<AuditReportView> verify() {
        return verification.verify(caller.actor()).map(AuditReportView::of);
    }
}
