package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.keyregion.KeyRegion;
import io.feverline.registry.keyregion.KeyRegionRuns;
import io.feverline.registry.keyregion.KeyRegions;
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

/** The list of key regions; it is the same for every area. */
@Path("/v1/key-regions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "key regions", description = "重点地区 / Where travellers come from that are looked at more closely")
public class KeyRegionResource {
    private final KeyRegions regions;
    private final KeyRegionRuns runs;
    private final ReferenceDocuments documents;
    private final Caller caller;

    KeyRegionResource(KeyRegions regions, KeyRegionRuns runs, ReferenceDocuments documents, Caller caller) {
        this.regions = regions;
        this.runs = runs;
        this.documents = documents;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(operationId = "listKeyRegion", summary = "列入重点地区 / List a key region")
    @APIResponse(
            responseCode = "201",
            description = "已列入 / Listed",
            content = @Content(schema = @Schema(implementation = KeyRegionView.class)))
    @APIResponse(
            responseCode = "409",
            description = "编号已有 / The id is taken",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<KeyRegionView>> list(@NotNull @Valid NewKeyRegion region) {
        return regions.list(region.toKeyRegion(), caller.actor())
                .map(listed -> RestResponse.ResponseBuilder.<KeyRegionView>created(
                                URI.create("/v1/key-regions/" + listed.id()))
                        .header(HttpHeaders.ETAG, Versions.tag(listed.version()))
                        .entity(KeyRegionView.of(listed))
                        .build());
    }

    @POST
    @Path("/import")
    @Consumes(ExportFormat.CSV_TYPE)
    @Blocking // reading rows is work
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(
            operationId = "importKeyRegions",
            summary = "导入重点地区 / List and end key regions by CSV"
                    + " (id,name,area_prefix,plate_prefix,level,valid_from,valid_to,legal_basis,version)",
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
                .take(ReferenceKind.KEY_REGIONS, documents.table(csv), dryRun, caller.actor())
                .map(ImportView::of);
    }

    @GET
    @Path("/export")
    @Produces(ExportFormat.CSV_TYPE)
    @Operation(operationId = "exportKeyRegions", summary = "导出重点地区 / Key regions as CSV, in order of id")
    @APIResponse(
            responseCode = "200",
            description = "导入可原样收回 / As an import takes it back",
            content = @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response export() {
        return documents.give(ReferenceKind.KEY_REGIONS, caller.scope());
    }

    @GET
    @Operation(
            operationId = "listKeyRegions",
            summary = "重点地区名单，含已结束的 / Key regions in order of id, those that have ended included, a page at a time")
    public Uni<Items<KeyRegionView>> page(
            @RestQuery @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        return regions.page(IdCursor.parse(cursor), limit)
                .map(page -> Items.of(page, KeyRegionView::of, IdCursor::text));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getKeyRegion", summary = "一个重点地区 / One key region")
    public Uni<RestResponse<KeyRegionView>> get(@RestPath String id) {
        return regions.get(id).map(KeyRegionResource::tagged);
    }

    private static RestResponse<KeyRegionView> tagged(KeyRegion region) {
        return Versions.tagged(KeyRegionView.of(region), region.version());
    }

    @GET
    @Path("/{id}/runs")
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listRunsOfKeyRegion",
            summary = "名单变更后的回查 / What changes of the list changed in the caller's area, the latest first")
    public Uni<Items<KeyRegionRunView>> runs(
            @RestPath String id,
            @RestQuery @Parameter(description = "next of the page before") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        long before = SeqCursor.parse(cursor);
        return regions.get(id)
                .chain(region -> runs.page(region.id(), caller.scope(), before, limit))
                .map(page -> Items.of(page, KeyRegionRunView::of, SeqCursor::text));
    }

    @POST
    @Path("/{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(operationId = "endKeyRegion", summary = "结束重点地区 / End a key region, from now or a later time on")
    @APIResponse(
            responseCode = "200",
            description = "已定结束时间 / Its end is set",
            content = @Content(schema = @Schema(implementation = KeyRegionView.class)))
    @APIResponse(
            responseCode = "409",
            description = "时间不可行 / It cannot end then",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<RestResponse<KeyRegionView>> end(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = Versions.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid KeyRegionEnd end) {
        return regions.end(id, end.validTo().toInstant(), Versions.needed(ifMatch), caller.actor())
                .map(KeyRegionResource::tagged);
    }
}
