package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.device.Device;
import io.feverline.registry.device.DeviceKey;
import io.feverline.registry.device.Devices;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.sequence.GapLedger;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
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
    private static final String WHATEVER_HAS_CHANGED =
            "不看 If-Match：吊销不因他人的修改而失败 / If-Match is not looked at: to lock a device out never fails for what somebody"
                    + " else has changed";

    private final Devices devices;
    private final GapLedger ledger;
    private final ReferenceDocuments documents;
    private final Caller caller;

    DeviceResource(Devices devices, GapLedger ledger, ReferenceDocuments documents, Caller caller) {
        this.devices = devices;
        this.ledger = ledger;
        this.documents = documents;
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
        return devices.register(device.toDevice(), key, caller.actor()).map(saved -> created(saved, key));
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
    public Uni<RestResponse<DeviceView>> addKey(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = Versions.IF_MATCH) @Nullable String ifMatch) {
        DeviceKey key = DeviceKey.draw();
        return devices.addKey(id, key, Versions.ifNamed(ifMatch), caller.actor())
                .map(saved -> created(saved, key));
    }

    private static RestResponse<DeviceView> created(Device saved, DeviceKey key) {
        return RestResponse.ResponseBuilder.<DeviceView>created(URI.create("/v1/devices/" + saved.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, Versions.tag(saved.version()))
                .entity(DeviceView.withKey(saved, key))
                .build();
    }

    private static RestResponse<DeviceView> tagged(Device device) {
        return Versions.tagged(DeviceView.of(device), device.version());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeDevice",
            summary = "修改设备 / Change where a device is and how it measures; its keys and its calibration stay")
    @APIResponse(
            responseCode = "200",
            description = "修改后的设备 / The device after it",
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Uni<RestResponse<DeviceView>> change(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = Versions.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DeviceChange change) {
        return devices.change(change.of(id), Versions.needed(ifMatch), caller.actor())
                .map(DeviceResource::tagged);
    }

    @DELETE
    @Path("/{id}/keys/{fingerprint}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "revokeKeyOfDevice",
            summary = "吊销一把密钥 / Take one key of a device away; what shows it is refused from then on",
            description = WHATEVER_HAS_CHANGED)
    @APIResponse(
            responseCode = "200",
            description = "吊销后的设备 / The device after it",
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Uni<RestResponse<DeviceView>> revokeKey(@RestPath String id, @RestPath String fingerprint) {
        return devices.revokeKey(id, fingerprint, caller.actor()).map(DeviceResource::tagged);
    }

    @PUT
    @Path("/{id}/calibration")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "calibrateDevice",
            summary = "登记校准有效期 / Note until when a device's calibration holds; after that its readings are doubtful")
    @APIResponse(
            responseCode = "200",
            description = "登记后的设备 / The device after it",
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Uni<RestResponse<DeviceView>> calibrate(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = Versions.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Calibration calibration) {
        return devices.calibrate(id, calibration.due(), Versions.needed(ifMatch), caller.actor())
                .map(DeviceResource::tagged);
    }

    @POST
    @Path("/{id}/revoke")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "revokeDevice",
            summary = "吊销设备全部密钥 / Take all keys of a device away; its readings are refused from then on",
            description = WHATEVER_HAS_CHANGED)
    @APIResponse(
            responseCode = "200",
            description = "吊销后的设备 / The device after it",
            content = @Content(schema = @Schema(implementation = DeviceView.class)))
    public Uni<RestResponse<DeviceView>> revoke(@RestPath String id) {
        return devices.revoke(id, caller.actor()).map(DeviceResource::tagged);
    }

    @POST
    @Path("/import")
    @Consumes(ExportFormat.CSV_TYPE)
    @Blocking // reading rows is work
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "importDevices",
            summary = "导入设备 / Add and change devices by CSV; new ones have no key yet"
                    + " (id,checkpoint_id,site,mode,offset,calibration_due,version)",
            description = Imports.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "已导入；dryRun 时为预演结果 / Imported; with dryRun, what it would do",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "422",
            description = "有错误的行，未导入 / Bad rows, nothing imported",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ImportProblem.class)))
    public Uni<ImportView> importAll(@RestQuery @DefaultValue("false") boolean dryRun, String csv) {
        return documents
                .take(ReferenceKind.DEVICES, documents.table(csv), dryRun, caller.actor())
                .map(ImportView::of);
    }

    @GET
    @Path("/export")
    @Produces(ExportFormat.CSV_TYPE)
    @Operation(operationId = "exportDevices", summary = "导出设备 / Devices as CSV, in order of id, without keys")
    @APIResponse(
            responseCode = "200",
            description = "导入可原样收回 / As an import takes it back",
            content = @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response export() {
        return documents.give(ReferenceKind.DEVICES, caller.scope());
    }

    @GET
    @Operation(operationId = "listDevices", summary = "设备列表 / Devices in order of id, a page at a time")
    public Uni<Items<DeviceView>> list(
            @RestQuery @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return devices.list(caller.scope(), IdCursor.parse(cursor), limit)
                .map(page -> Items.of(page, DeviceView::of, IdCursor::text));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDevice", summary = "一台设备 / One device")
    public Uni<RestResponse<DeviceView>> get(@RestPath String id) {
        return devices.get(id, caller.scope()).map(DeviceResource::tagged);
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
