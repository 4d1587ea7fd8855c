package io.feverline.registry.rest;

import io.feverline.registry.access.Caller;
import io.feverline.registry.access.Roles;
import io.feverline.registry.checkpoint.Checkpoints;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Checkpoints in the caller's area. */
@Path("/v1/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "checkpoints")
public class CheckpointResource {
    private final Checkpoints checkpoints;
    private final Caller caller;

    CheckpointResource(Checkpoints checkpoints, Caller caller) {
        this.checkpoints = checkpoints;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @Operation(operationId = "registerCheckpoint", summary = "Register a checkpoint")
    public Uni<RestResponse<CheckpointView>> register(@NotNull @Valid NewCheckpoint checkpoint) {
        return checkpoints
                .register(checkpoint.toCheckpoint(), caller.scope())
                .map(saved -> RestResponse.ResponseBuilder.<CheckpointView>created(
                                URI.create("/v1/checkpoints/" + saved.id()))
                        .entity(CheckpointView.of(saved))
                        .build());
    }

    @GET
    @Operation(operationId = "listCheckpoints", summary = "Checkpoints in order of id, a page at a time")
    public Uni<Items<CheckpointView>> list(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return checkpoints
                .list(caller.scope(), IdCursor.parse(cursor), limit)
                .map(page -> Items.of(page, CheckpointView::of, IdCursor::text));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCheckpoint", summary = "One checkpoint")
    public Uni<CheckpointView> get(@RestPath String id) {
        return checkpoints.get(id, caller.scope()).map(CheckpointView::of);
    }
}
