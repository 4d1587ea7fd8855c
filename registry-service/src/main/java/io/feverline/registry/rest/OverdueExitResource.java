package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.journey.OverdueExits;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageHistory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who passes through the caller's area and has not come out of it. */
@Path("/v1/overdue-exits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
@Tag(name = "travellers", description = "旅客 / Travellers")
public class OverdueExitResource {
    private final OverdueExits exits;
    private final JourneyQueries queries;

    OverdueExitResource(OverdueExits exits, JourneyQueries queries) {
        this.exits = exits;
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "listOverdueExits",
            summary =
                    "过境逾期未离 / Who came in by an entry, said that they go on to another county, and has not been seen to"
                            + " leave for a day, or as configured; who came last first")
    public Uni<Items<OverdueExitView>> page(
            @QueryParam("of") @DefaultValue("vehicles") @Pattern(regexp = "travellers|vehicles") String of,
            @RestQuery
                    @Parameter(
                            description = "RFC 3339, inclusive, of the entry; default: 14 days before to, or as"
                                    + " configured")
                    @Nullable
                    String from,
            @RestQuery
                    @Parameter(description = "RFC 3339, exclusive; default, and latest: a day ago, or as configured")
                    @Nullable
                    String to,
            @RestQuery @DefaultValue("false") @Parameter(description = "also who did not say where they go")
                    boolean undeclared,
            @RestQuery @Parameter(description = "next of the page before") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        var whose = of.equals("travellers") ? PassageHistory.Of.TRAVELLER : PassageHistory.Of.VEHICLE;
        return exits.page(queries.overdue(whose, Times.parse(from), Times.parse(to), undeclared, cursor, limit))
                .map(page -> Items.of(page, OverdueExitView::of, HistoryCursor::text));
    }
}
