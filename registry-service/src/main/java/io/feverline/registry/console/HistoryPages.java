package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.rest.Downloads;
import io.feverline.registry.rest.Names;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where somebody, or something, has been. */
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
public abstract class HistoryPages {
    private final PassageHistory.Of of;
    private final Histories histories;
    private final Downloads downloads;
    private final Caller caller;
    private final Viewer viewer;

    HistoryPages(PassageHistory.Of of, Histories histories, Downloads downloads, Caller caller, Viewer viewer) {
        this.of = of;
        this.histories = histories;
        this.downloads = downloads;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(HistoryPage page);
    }

    /** Journeys, and what they were made of. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> history(
            @RestPath UUID id,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String until,
            @RestQuery @Nullable String cursor) {
        return histories
                .page(of, id, histories.period(from, until, cursor), caller.actor())
                .map(page -> viewer.reads(Templates.history(page)));
    }

    /** The same as a file. */
    @GET
    @Path("/passages")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response download(
            @RestPath UUID id,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String until,
            @QueryParam("format") @DefaultValue("csv") @Pattern(regexp = "csv|excel|fhir") String format) {
        var order = histories.order(of, id, histories.period(from, until, null), caller.actor());
        return downloads.of(order, Names.parse(ExportFormat.class, format));
    }
}
