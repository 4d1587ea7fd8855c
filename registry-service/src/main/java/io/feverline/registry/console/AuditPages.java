package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.audit.Act;
import io.feverline.registry.audit.AuditLog;
import io.feverline.registry.audit.AuditQuery;
import io.feverline.registry.audit.Verification;
import io.feverline.registry.rest.SeqCursor;
import io.feverline.registry.rest.Shapes;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who did what, when, and why; and whether the log still says what was written. */
@Path("/console/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AUDITOR)
public class AuditPages {
    private static final int ROWS = 50;

    private final AuditLog log;
    private final Verification verification;
    private final AreaTable areas;
    private final Caller caller;
    private final Viewer viewer;

    AuditPages(AuditLog log, Verification verification, AreaTable areas, Caller caller, Viewer viewer) {
        this.log = log;
        this.verification = verification;
        this.areas = areas;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(AuditList page);

        static native TemplateInstance verified(Verification.Report report);
    }

    /** Newest first. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("actor") @Pattern(regexp = "|" + Shapes.ACTOR, message = Shapes.ACTOR_MESSAGE) @Nullable
                    String actor,
            @RestQuery @Nullable String act,
            @QueryParam("subject") @Pattern(regexp = "|" + Shapes.SUBJECT, message = Shapes.SUBJECT_MESSAGE) @Nullable
                    String subject,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String until,
            @RestQuery @Nullable String cursor) {
        var filter = new AuditList.Filter(
                Forms.text(actor),
                Forms.text(act),
                Forms.text(subject),
                Forms.text(from),
                Forms.text(until),
                Forms.text(cursor));
        LocalDate first = Forms.day(from);
        LocalDate last = Forms.day(until);
        var query = new AuditQuery(
                caller.actor(),
                filter.actor(),
                filter.act() == null ? null : Act.named(filter.act()),
                filter.subject(),
                first == null ? null : Histories.begin(first),
                last == null ? null : Histories.begin(last.plusDays(1)),
                SeqCursor.parse(filter.cursor()),
                ROWS);
        return log.page(query)
                .chain(page -> areas.names(AuditList.codes(page.items()))
                        .map(names -> viewer.reads(Templates.list(new AuditList(filter, page, names)))));
    }

    /** Reads all of it anew. */
    @POST
    @Path("/verifications")
    @Operation(hidden = true)
    public Uni<TemplateInstance> verify() {
        return verification.verify(caller.actor()).map(report -> viewer.reads(Templates.verified(report)));
    }
}
