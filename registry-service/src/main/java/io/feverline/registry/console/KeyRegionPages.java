package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Caller;
import io.feverline.registry.keyregion.KeyRegionRuns;
import io.feverline.registry.keyregion.KeyRegions;
import io.feverline.registry.rest.IdCursor;
import io.feverline.registry.rest.SeqCursor;
import io.feverline.registry.rest.Versions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The list of key regions: what is on it, what comes on it and off it, and what that changed. */
@Path("/console/key-regions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
public class KeyRegionPages {
    private static final int ROWS = 100;
    private static final int RUNS = 20;

    private final KeyRegions regions;
    private final KeyRegionRuns runs;
    private final Forms forms;
    private final Clock clock;
    private final Caller caller;
    private final Viewer viewer;

    KeyRegionPages(KeyRegions regions, KeyRegionRuns runs, Forms forms, Clock clock, Caller caller, Viewer viewer) {
        this.regions = regions;
        this.runs = runs;
        this.forms = forms;
        this.clock = clock;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(KeyRegionList page);

        static native TemplateInstance one(KeyRegionPage page);
    }

    /** Those that have not ended; or those that have. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @RestQuery @DefaultValue("false") boolean ended, @RestQuery @Nullable String cursor) {
        return regions.page(ended, IdCursor.parse(cursor), ROWS)
                .map(page -> viewer.reads(Templates.list(new KeyRegionList(page, ended, cursor, clock.instant()))));
    }

    /** Lists one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<Response> add(@BeanParam KeyRegionForm form) {
        var region = forms.valid(form.body(clock.instant()));
        return regions.list(region.toKeyRegion(), caller.actor()).map(listed -> to(listed.id()));
    }

    /** One of them, and what its changes changed in the reader's area. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@RestPath String id, @RestQuery @Nullable String cursor) {
        var scope = caller.scope();
        long before = SeqCursor.parse(cursor);
        return regions.get(id)
                .chain(region -> runs.page(region.id(), scope, before, RUNS)
                        .map(page ->
                                viewer.reads(Templates.one(new KeyRegionPage(region, page, cursor, clock.instant())))));
    }

    /** Ends it. */
    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<Response> end(@RestPath String id, @RestForm @Nullable String seen, @RestForm @Nullable String validTo) {
        OffsetDateTime end = Forms.time(validTo);
        if (end == null) {
            throw new Rejection(Reason.UNREADABLE_TIME, "须有结束时间 / say when it ends");
        }
        return regions.end(id, end.toInstant(), Versions.needed(seen), caller.actor())
                .map(ended -> to(ended.id()));
    }

    private static Response to(String id) {
        return Response.seeOther(URI.create("/console/key-regions/" + id)).build();
    }
}
