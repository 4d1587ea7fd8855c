package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.journey.OverdueExits;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.rest.JourneyQueries;
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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who came in to go on, and has not been seen to leave. */
@Path("/console/overdue-exits")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
public class OverdueExitPages {
    private static final int ROWS = 50;

    private final OverdueExits exits;
    private final JourneyQueries queries;
    private final AreaTable areas;
    private final Viewer viewer;

    OverdueExitPages(OverdueExits exits, JourneyQueries queries, AreaTable areas, Viewer viewer) {
        this.exits = exits;
        this.queries = queries;
        this.areas = areas;
        this.viewer = viewer;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(OverdueExitList page, boolean later);
    }

    /** Vehicles, or travellers, who came last first. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(
            @QueryParam("of") @DefaultValue("vehicles") @Pattern(regexp = "travellers|vehicles") String of,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String until,
            @RestQuery @DefaultValue("false") boolean undeclared,
            @RestQuery @Nullable String cursor) {
        LocalDate first = Forms.day(from);
        LocalDate last = Forms.day(until);
        String place = Forms.text(cursor);
        var query = queries.overdue(
                of.equals("travellers") ? PassageHistory.Of.TRAVELLER : PassageHistory.Of.VEHICLE,
                first == null ? null : Histories.begin(first),
                last == null ? null : Histories.begin(last.plusDays(1)),
                undeclared,
                place,
                ROWS);
        return exits.page(query)
                .chain(page ->
                        areas.names(OverdueExitList.codes(page)).map(names -> new OverdueExitList(query, page, names)))
                .map(page -> viewer.reads(Templates.list(page, place != null)));
    }
}
