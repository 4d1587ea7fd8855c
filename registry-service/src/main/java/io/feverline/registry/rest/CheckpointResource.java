package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.Checkpoints;
import io.feverline.registry.device.Enrolments;
import io.feverline.registry.export.ExportFormat;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
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

/** Checkpoints in the caller's area. */
@Path("/v1/checkpoints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "checkpoints", description = "检测点 / Checkpoints")
public class CheckpointResource {
    private final Checkpoints checkpoints;
    private final Enrolments enrolments;
    private final ReferenceDocuments documents;
    private final Caller caller;

    CheckpointResource(Checkpoints checkpoints, Enrolments enrolments, ReferenceDocuments documents, Caller caller) {
        this.checkpoints = checkpoints;
        this.enrolments = enrolments;
        this.documents = documents;
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
                        .header(HttpHeaders.ETAG, Versions.tag(saved.version()))
                        .entity(CheckpointView.of(saved))
                        .build());
    }

    @POST
    @Path("/import")
    @Consumes(ExportFormat.CSV_TYPE)
    @Blocking // reading rows is work
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "importCheckpoints",
            summary = "导入检测点 / Add and change checkpoints by CSV (id,name,kind,area_code,direction,latitude,longitude,"
                    + "version)",
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
                .take(ReferenceKind.CHECKPOINTS, documents.table(csv), dryRun, caller.actor())
                .map(ImportView::of);
    }

    @GET
    @Path("/export")
    @Produces(ExportFormat.CSV_TYPE)
    @Operation(operationId = "exportCheckpoints", summary = "导出检测点 / Checkpoints as CSV, in order of id")
    @APIResponse(
            responseCode = "200",
            description = "导入可原样收回 / As an import takes it back",
            content = @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response export() {
        return documents.give(ReferenceKind.CHECKPOINTS, caller.scope());
    }

    @GET
    @Operation(operationId = "listCheckpoints", summary = "检测点列表 / Checkpoints in order of id, a page at a time")
    public Uni<Items<CheckpointView>> list(
            @RestQuery @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return checkpoints
                .list(caller.scope(), IdCursor.parse(cursor), limit)
                .map(page -> Items.of(page, CheckpointView::of, IdCursor::text));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCheckpoint", summary = "一个检测点 / One checkpoint")
    public Uni<RestResponse<CheckpointView>> get(@RestPath String id) {
        return checkpoints.get(id, caller.scope()).map(CheckpointResource::tagged);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeCheckpoint",
            summary = "修改检测点 / Change a checkpoint; its devices are told of too when it moves to another area")
    @APIResponse(
            responseCode = "200",
            description = "修改后的检测点 / The checkpoint after it",
            content = @Content(schema = @Schema(implementation = CheckpointView.class)))
    public Uni<RestResponse<CheckpointView>> change(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = Versions.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CheckpointChange change) {
        return checkpoints
                .change(change.of(id), Versions.needed(ifMatch), caller.actor())
                .map(CheckpointResource::tagged);
    }

    private static RestResponse<CheckpointView> tagged(Checkpoint checkpoint) {
        return Versions.tagged(CheckpointView.of(checkpoint), checkpoint.version());
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
