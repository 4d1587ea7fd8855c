package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.keyregion.ArrivalCursor;
import io.feverline.registry.keyregion.ArrivalQuery;
import io.feverline.registry.keyregion.Arrivals;
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

/** Who arrived from key regions in the caller's area. */
@Path("/v1/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.HEALTH_OFFICIAL)
@Tag(name = "key regions", description = "重点地区 / Where travellers come from that are looked at more closely")
public class ArrivalResource {
    private final Arrivals arrivals;
    private final Caller caller;

    ArrivalResource(Arrivals arrivals, Caller caller) {
        this.arrivals = arrivals;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listArrivals",
            summary = "重点地区来人来车 / Passages of those who came from key regions, newest first; one for each region")
    public Uni<Items<ArrivalView>> page(
            @RestQuery @Parameter(description = "RFC 3339, inclusive") @Nullable String from,
            @RestQuery @Parameter(description = "RFC 3339, exclusive") @Nullable String to,
            @QueryParam("region")
                    @Parameter(description = "the id of a key region")
                    @Pattern(regexp = Shapes.ID)
                    @Nullable
                    String region,
            @RestQuery @Parameter(description = "next of the page before") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        var query = new ArrivalQuery(
                caller.actor(),
                Times.parse(from),
                Times.parse(to),
                region,
                cursor == null ? null : ArrivalCursor.parse(cursor),
                limit);
        return arrivals.page(query).map(page -> Items.of(page, ArrivalView::of, ArrivalCursor::text));
    }
}
