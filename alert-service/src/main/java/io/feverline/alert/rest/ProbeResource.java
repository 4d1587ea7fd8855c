package io.feverline.alert.rest;

import io.feverline.alert.postgres.ProbeStore;
import io.feverline.alert.rest.ProbeJson.ProbeListJson;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The synthetic fevers of the caller's area. */
@Path("/v1/probes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.ADMIN})
@Tag(name = "Probes", description = "Whether a fever would arrive.")
public class ProbeResource {
    private static final int MOST = 500;

    private final ProbeStore probes;
    private final Caller caller;

    ProbeResource(ProbeStore probes, Caller caller) {
        this.probes = probes;
        this.caller = caller;
    }

    /** How the way of each checkpoint stands. */
    @GET
    @Operation(
            operationId = "listProbes",
            summary = "通路检验 / Synthetic fevers by checkpoint, those that are missing first")
    @APIResponse(
            responseCode = "200",
            description = "Checkpoints that have ever sent one.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProbeListJson.class)))
    public Uni<ProbeListJson> list(
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit) {
        return probes.ways(caller.scope(), Parameters.limit(limit, MOST)).map(ProbeListJson::of);
    }

    /** Expects no more of a checkpoint that sends none any longer. */
    @DELETE
    @Path("{checkpoint}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "expectNoProbes",
            summary = "停止检验某检测点 / Expect no more of a checkpoint",
            description = "One that arrives begins it anew.")
    @APIResponse(responseCode = "204", description = "None is missed any more.")
    @APIResponse(
            responseCode = "404",
            description = "None was expected, in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Void>> close(@PathParam("checkpoint") String checkpoint) {
        return probes.close(checkpoint, caller.scope()).map(closed -> {
            if (!closed) {
                throw Problems.noProbes();
            }
            return RestResponse.noContent();
        });
    }
}
