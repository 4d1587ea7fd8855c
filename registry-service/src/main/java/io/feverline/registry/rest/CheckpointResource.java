package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.checkpoint.Checkpoints;
import io.feverline.registry.device.Enrolments;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Checkpoints in the caller's area. */
@Path("/v1/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "checkpoints", description = "检测点 / Checkpoints")
public class CheckpointResource {
    private final Checkpoints checkpoints;
    private final Enrolments enrolments;
    private final Caller caller;

    CheckpointResource(Checkpoints checkpoints, Enrolments enrolments, Caller caller) {
        this.checkpoints = checkpoints;
        this.enrolments = enrolments;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "registerCheckpoint", summary = "登记检测点 / Register a checkpoint")
    @APIResponse(
            responseCode = "201",
            description = "已登记 / Registered",
            content = @Content(schema = @Schema(implementation = CheckpointView.class)))
    @APIResponse(
            responseCode = "409",
            description = "编号已有 / The id is taken",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<CheckpointView>> register(@NotNull @Valid NewCheckpoint checkpoint) {
        return checkpoints
                .register(checkpoint.toCheckpoint(), caller.actor())
                .map(saved -> RestResponse.ResponseBuilder.<CheckpointView>created(
                                URI.create("/v1/checkpoints/" + saved.id()))
                        .entity(CheckpointView.of(saved))
                        .build());
    }

    @GET
    @Operation(operationId = "listCheckpoints", summary = "检测点列表 / Checkpoints in order of id, a page at a time")
    public Uni<Items<CheckpointView>> list(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return checkpoints
                .list(caller.scope(), IdCursor.parse(cursor), limit)
                .map(page -> Items.of(page, CheckpointView::of, IdCursor::text));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCheckpoint", summary = "一个检测点 / One checkpoint")
    public Uni<CheckpointView> get(@RestPath String id) {
        return checkpoints.get(id, caller.scope()).map(CheckpointView::of);
    }

    @POST
    @Path("/{id}/enrolments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "drawEnrolments",
            summary = "发放一次性注册码 / Draw codes with which gateways register themselves here, each once; the answer shows"
                    + " them, once")
    @APIResponse(
            responseCode = "201",
            description = "已发放 / Drawn",
            content = @Content(schema = @Schema(implementation = EnrolmentCodesView.class)))
    public Uni<RestResponse<EnrolmentCodesView>> drawEnrolments(
            @RestPath String id, @NotNull @Valid NewEnrolments wanted) {
        var codes = wanted.draw();
        return enrolments
                .draw(codes, wanted.at(id), caller.actor())
                .map(expiresAt -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, EnrolmentCodesView.of(id, expiresAt, codes))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
