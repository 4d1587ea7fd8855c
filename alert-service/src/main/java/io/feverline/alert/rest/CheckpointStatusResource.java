package io.feverline.alert.rest;

import io.feverline.alert.postgres.DeviceAlerts;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the checkpoints of the caller's area stand. */
@Path("/v1/checkpoints/status")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
@Tag(name = "Devices")
public class CheckpointStatusResource {
    private final DeviceAlerts alerts;
    private final Caller caller;

    CheckpointStatusResource(DeviceAlerts alerts, Caller caller) {
        this.alerts = alerts;
        this.caller = caller;
    }

    /** All of them. */
    @GET
    @Operation(
            operationId = "listCheckpointStatus",
            summary = "检测点状态 / How checkpoints stand: last reading, rates, fevers, their devices' health")
    @APIResponse(
            responseCode = "200",
            description = "Those whose devices were ever heard, a few seconds old.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CheckpointStatusListJson.class)))
    public Uni<CheckpointStatusListJson> list() {
        return alerts.statuses(caller.scope()).map(CheckpointStatusListJson::of);
    }
}
