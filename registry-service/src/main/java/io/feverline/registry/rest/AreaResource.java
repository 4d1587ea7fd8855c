package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.area.AreaPeriods;
import io.feverline.registry.area.Areas;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.statistics.Statistics;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The area tree. It is published knowledge, so everybody with a role sees all of it. */
@Path("/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "areas", description = "区划 / Areas")
public class AreaResource {
    private final Areas areas;
    private final AreaPeriods periods;
    private final ReferenceDocuments documents;
    private final Statistics statistics;
    private final Caller caller;

    AreaResource(Areas areas, AreaPeriods periods, ReferenceDocuments documents, Statistics statistics, Caller caller) {
        this.areas = areas;
        this.periods = periods;
        this.documents = documents;
        this.statistics = statistics;
        this.caller = caller;
    }

    @POST
    @Path("/import")
    @Consumes(ExportFormat.CSV_TYPE)
    @Blocking // reading rows is work
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "importAreas",
            summary =
                    "导入区划 / Bring the tree up to a published state (CSV with the header code,level,name,parent), or the"
                            + " history of codes (code,name,first_year,last_year)",
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
    public Uni<ImportView> importAreas(@RestQuery @DefaultValue("false") boolean dryRun, String csv) {
        return documents
                .take(ReferenceKind.AREAS, documents.table(csv), dryRun, caller.actor())
                .map(ImportView::of);
    }

    @GET
    @Path("/export")
    @Produces(ExportFormat.CSV_TYPE)
    @Operation(operationId = "exportAreas", summary = "导出区划 / The tree as CSV, in order of code")
    @APIResponse(
            responseCode = "200",
            description = "导入可原样收回 / As an import takes it back",
            content = @Content(mediaType = ExportFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response export() {
        return documents.give(ReferenceKind.AREAS, caller.scope());
    }

    @GET
    @Operation(
            operationId = "listAreas",
            summary = "下级区划 / The areas directly below one; without parent, the provinces")
    public Uni<Items<AreaView>> list(@RestQuery @Nullable String parent) {
        return areas.below(parent).map(list -> Items.of(list, AreaView::of));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getArea", summary = "一个区划 / One area")
    public Uni<RestResponse<AreaView>> get(@RestPath String code) {
        return areas.get(code).map(found -> Versions.tagged(AreaView.of(found.area()), found.version()));
    }

    @GET
    @Path("/{code}/periods")
    @Operation(
            operationId = "listPeriodsOfArea",
            summary = "代码沿革 / What a code of GB/T 2260 has stood for, oldest first; also a retired one")
    public Uni<Items<AreaPeriodView>> periods(@RestPath String code) {
        return periods.of(code).map(list -> Items.of(list, AreaPeriodView::of));
    }

    @GET
    @Path("/{code}/statistics")
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "getStatisticsOfArea",
            summary =
                    "一日统计 / How many were screened, suspected and confirmed in an area on a day (Asia/Shanghai), by the areas below and by the hour",
            description = "仅含您辖区内的数字。Figures of your area only.")
    public Uni<DayOfAreaView> statistics(
            @PathParam("code") @Pattern(regexp = Shapes.AREA_CODE) String code,
            @QueryParam("day") @NotNull String day) {
        return statistics.day(code, Times.day(day), caller.scope()).map(DayOfAreaView::of);
    }
}
