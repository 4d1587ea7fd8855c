package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.device.DeviceKey;
import io.feverline.registry.device.Devices;
import io.feverline.registry.sequence.GapLedger;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Devices at the checkpoints of the caller's area. */
@Path("/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "devices", description = "测温设备 / Thermometers and their gateways")
public class DeviceResource {
    private final Devices devices;
    private final GapLedger ledger;
    private final Caller caller;

    DeviceResource(Devices devices, GapLedger ledger, Caller caller) {
        this.devices = devices;
        this.ledger = ledger;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "registerDevice", summary = "登记设备 / Register a device; the answer shows its key, once")
    @APIResponse(
            responseCode = "201",
            description = "已登记 / Registered",
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    @APIResponse(
            responseCode = "409",
            description = "编号已有 / The id is taken",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<DeviceView>> register(@NotNull @Valid NewDevice device) {
        DeviceKey key = DeviceKey.draw();
        return devices.register(device.toDevice(), key, caller.actor())
                .map(saved -> created("/v1/devices/" + saved.id(), DeviceView.withKey(saved, key)));
    }

    @POST
    @Path("/{id}/keys")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "addKeyToDevice",
            summary = "增发设备密钥 / Give a device another key, to replace the first by; the answer shows it, once")
    @APIResponse(
            responseCode = "201",
            description = "已增发 / Drawn",
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    @APIResponse(
            responseCode = "409",
            description = "已有两把有效密钥 / Two keys are live",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<DeviceView>> addKey(@RestPath String id) {
        DeviceKey key = DeviceKey.draw();
        return devices.addKey(id, key, caller.actor())
                .map(saved -> created("/v1/devices/" + saved.id(), DeviceView.withKey(saved, key)));
    }

    private static RestResponse<DeviceView> created(String location, DeviceView withKey) {
        return RestResponse.ResponseBuilder.<DeviceView>created(URI.create(location))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(withKey)
                .build();
    }

    @DELETE
    @Path("/{id}/keys/{fingerprint}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "revokeKeyOfDevice",
            summary = "吊销一把密钥 / Take one key of a device away; what shows it is refused from then on")
    public Uni<DeviceView> revokeKey(@RestPath String id, @RestPath String fingerprint) {
        return devices.revokeKey(id, fingerprint, caller.actor()).map(DeviceView::of);
    }

    @PUT
    @Path("/{id}/calibration")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "calibrateDevice",
            summary = "登记校准有效期 / Note until when a device's calibration holds; after that its readings are doubtful")
    public Uni<DeviceView> calibrate(@RestPath String id, @NotNull @Valid Calibration calibration) {
        return devices.calibrate(id, calibration.due(), caller.actor()).map(DeviceView::of);
    }

    @POST
    @Path("/{id}/revoke")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "revokeDevice",
            summary = "吊销设备全部密钥 / Take all keys of a device away; its readings are refused from then on")
    public Uni<DeviceView> revoke(@RestPath String id) {
        return devices.revoke(id, caller.actor()).map(DeviceView::of);
    }

    @GET
    @Operation(operationId = "listDevices", summary = "设备列表 / Devices in order of id, a page at a time")
    public Uni<Items<DeviceView>> list(
            @RestQuery @Nullable String cursor, @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return devices.list(caller.scope(), IdCursor.parse(cursor), limit)
                .map(page -> Items.of(page, DeviceView::of, IdCursor::text));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDevice", summary = "一台设备 / One device")
    public Uni<DeviceView> get(@RestPath String id) {
        return devices.get(id, caller.scope()).map(DeviceView::of);
    }

    @GET
    @Path("/{id}/gaps")
    @Operation(
            operationId = "listGapsOfDevice",
            summary = "缺失读数 / Which numbered readings of a device are missing or came again, newest boot first")
    public Uni<Items<BootSequenceView>> gaps(@RestPath String id) {
        return devices.get(id, caller.scope())
                .chain(device -> ledger.of(device.id()))
                .map(boots -> Items.of(boots, BootSequenceView::of));
    }
}
