package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.DeviceAlertQuery;
import io.feverline.alert.postgres.DeviceAlerts;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The technician's queue: what is wrong with the devices of the caller's area. */
@Path("/v1/device-alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.ADMIN})
@Tag(name = "Devices", description = "设备状况 / Devices' health.")
public class DeviceAlertResource {
    private static final int MOST = 500;

    private final DeviceAlerts alerts;
    private final DeviceAlertActions actions;
    private final Caller caller;

    DeviceAlertResource(DeviceAlerts alerts, DeviceAlertActions actions, Caller caller) {
        this.alerts = alerts;
        this.actions = actions;
        this.caller = caller;
    }

    /** A page of them, those that began last first. */
    @GET
    @Operation(operationId = "listDeviceAlerts", summary = "设备警报列表 / Device alerts, those that began last first")
    @APIResponse(
            responseCode = "200",
            description = "A page; follow its cursor for the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeviceAlertPageJson.class)))
    public Uni<DeviceAlertPageJson> list(
            @QueryParam("open")
                    @Parameter(description = "Whether somebody still has to see to it.")
                    @Schema(enumeration = {"true", "false"})
                    @Nullable
                    String open,
            @QueryParam("checkpoint") @Parameter(description = "Checkpoint id.") @Nullable String checkpoint,
            @QueryParam("area") @Parameter(description = "Area code; what lies in it.") @Nullable String area,
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit,
            @QueryParam("cursor") @Parameter(description = "What the page before gave as next.") @Nullable
                    String cursor) {
        var query = new DeviceAlertQuery(
                caller.scope(),
                open == null ? null : Parameters.truth("open", open),
                checkpoint,
                area == null ? null : Parameters.area("area", area),
                cursor == null ? null : Cursor.parse(cursor),
                Parameters.limit(limit, MOST) + 1);
        return alerts.page(query).map(page -> DeviceAlertPageJson.of(page, limit));
    }

    /** One with what people did about it. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getDeviceAlert", summary = "一条设备警报 / One device alert and what was done about it")
    @APIResponse(
            responseCode = "200",
            description = "The device alert.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeviceAlertDetailJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No device alert of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<DeviceAlertDetailJson>> get(@PathParam("id") UUID id) {
        return alerts.find(id, caller.scope())
                .map(found -> found.orElseThrow(Problems::noSuchDeviceAlert))
                .chain(this::detailed);
    }

    /** Does something about one. */
    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "actOnDeviceAlert",
            summary = "处置设备警报 / Acknowledge, comment on or close a device alert",
            description = "Only on what the caller has seen: If-Match names the ETag that the device alert came with.")
    @APIResponse(
            responseCode = "200",
            description = "The device alert after it.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeviceAlertDetailJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No device alert of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Not possible in its state.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed it since, or it has ended; the ETag is today's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<DeviceAlertDetailJson>> act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The device alert's ETag.") @Nullable
                    String ifMatch,
            @Nullable NewDeviceAlertActionJson sent) {
        String seen = EntityTag.needed(ifMatch);
        return actions.act(id, sent, seen).chain(this::detailed);
    }

    private Uni<RestResponse<DeviceAlertDetailJson>> detailed(DeviceAlert alert) {
        return alerts.actions(alert.id())
                .map(actions -> RestResponse.ResponseBuilder.ok(DeviceAlertDetailJson.of(alert, actions))
                        .header(HttpHeaders.ETAG, EntityTag.of(alert))
                        .build());
    }
}
