package io.feverline.alert.rest;

import io.feverline.alert.postgres.HandoverStore;
import io.feverline.alert.roster.HandoverQuery;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Hand-overs of the units of the caller's area. */
@Path("/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
@Tag(name = "Duty")
public class HandoverResource {
    private static final int MOST = 500;

    private final HandoverStore handovers;
    private final Handing handing;
    private final Caller caller;

    HandoverResource(HandoverStore handovers, Handing handing, Caller caller) {
        this.handovers = handovers;
        this.handing = handing;
        this.caller = caller;
    }

    /** A page of them. */
    @GET
    @Operation(operationId = "listHandovers", summary = "交接班记录 / Hand-overs, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page; follow its cursor for the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverPageJson.class)))
    public Uni<HandoverPageJson> list(
            @QueryParam("unit") @Parameter(description = "Of this unit only.") @Nullable UUID unit,
            @QueryParam("accepted") @Parameter(description = "false: those that nobody has accepted.") @Nullable
                    Boolean accepted,
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit,
            @QueryParam("cursor") @Parameter(description = "What the page before gave as next.") @Nullable
                    String cursor) {
        return handovers
                .page(new HandoverQuery(
                        caller.scope(),
                        unit,
                        accepted,
                        Cursor.parseHandover(cursor),
                        Parameters.limit(limit, MOST) + 1))
                .map(page -> HandoverPageJson.of(page, limit));
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getHandover", summary = "一份交接班记录 / One hand-over")
    @APIResponse(
            responseCode = "200",
            description = "The hand-over.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No hand-over of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<HandoverJson> get(@PathParam("id") UUID id) {
        return handing.find(id).map(HandoverJson::of);
    }

    /** Writes one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DUTY_OFFICER)
    @Operation(
            operationId = "handOver",
            summary = "交班 / Write a hand-over; what is to be done is added to it",
            description = "The same note sent again while it waits is the one that there is.")
    @APIResponse(
            responseCode = "201",
            description = "Written; Location names it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No unit of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<HandoverJson>> write(@Nullable NewHandoverJson sent) {
        return handing.write(sent)
                .map(written -> RestResponse.ResponseBuilder.<HandoverJson>created(
                                URI.create("/v1/handovers/" + written.id()))
                        .entity(HandoverJson.of(written))
                        .build());
    }

    /** Accepts one. */
    @POST
    @Path("{id}/accept")
    @RolesAllowed(Roles.DUTY_OFFICER)
    @Operation(
            operationId = "acceptHandover",
            summary = "接班 / Accept a hand-over",
            description = "By whoever comes, also in place of the one who was expected; not by its author.")
    @APIResponse(
            responseCode = "200",
            description = "Accepted by the caller, now or before.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandoverJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No hand-over of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The caller wrote it, or somebody else has accepted it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<HandoverJson> accept(@PathParam("id") UUID id) {
        return handing.accept(id).map(HandoverJson::of);
    }
}
