package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.traveller.Merges;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Which travellers are one person with several documents. */
@Path("/v1/travellers/{id}/merges")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.HEALTH_OFFICIAL)
@Tag(name = "travellers", description = "旅客 / Travellers")
public class MergeResource {
    private final Merges merges;
    private final Caller caller;

    MergeResource(Merges merges, Caller caller) {
        this.merges = merges;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeTravellers",
            summary = "合并为同一人 / Two travellers are one person: a search by either document finds it, its history and"
                    + " contacts are those of both; it can be undone")
    @APIResponse(
            responseCode = "200",
            description = "合并后的旅客 / The person",
            content = @Content(schema = @Schema(implementation = TravellerView.class)))
    @APIResponse(
            responseCode = "409",
            description = "无法合并 / They are one already, or the other belongs to somebody else",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<TravellerView> merge(@RestPath UUID id, @NotNull @Valid NewMerge merge) {
        return merges.merge(id, merge.other(), caller.actor(), merge.reason()).map(TravellerView::of);
    }

    @DELETE
    @Path("/{other}")
    @Operation(operationId = "unmergeTravellers", summary = "撤销合并 / They are two persons after all: all is as before")
    @APIResponse(responseCode = "204", description = "已撤销 / Undone")
    public Uni<Void> unmerge(@RestPath UUID id, @RestPath UUID other) {
        return merges.unmerge(id, other, caller.actor());
    }
}
