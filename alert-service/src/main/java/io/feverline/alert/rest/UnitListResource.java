package io.feverline.alert.rest;

import io.feverline.alert.postgres.RosterStore;
import io.feverline.alert.postgres.UnitList;
import io.feverline.events.access.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The units of the caller's area as a list that a spreadsheet opens. */
@Path("/v1/units")
@Tag(name = "Duty")
public class UnitListResource {
    private static final String CSV = "text/csv";

    /** More than a province has. */
    private static final int MOST = 100_000;

    private final UnitList list;
    private final RosterStore roster;
    private final Caller caller;

    UnitListResource(UnitList list, RosterStore roster, Caller caller) {
        this.list = list;
        this.roster = roster;
        this.caller = caller;
    }

    /** Adds and changes units. */
    @POST
    @Path("import")
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking // reading rows is work
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "importUnits",
            summary = "导入值班单位 / Add and change units by CSV (area_code,name,level,checkpoint_id,version)",
            description =
                    "UTF-8, at most 10,000 rows. A unit is found by its area and name. All rows are written or none:"
                            + " 422 names every bad one. A row with a version that is not today's has been changed since it was"
                            + " exported, and is bad; without a version it overwrites. None is deleted.")
    @APIResponse(
            responseCode = "200",
            description = "Imported; with dryRun, what it would do.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "Somebody has changed one of them meanwhile.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "Too many rows.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "Bad rows, nothing imported.",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = ImportJson.ImportProblemJson.class)))
    public Uni<ImportJson> importAll(
            @QueryParam("dryRun") @DefaultValue("false") @Parameter(description = "Only tell what it would do.")
                    boolean dryRun,
            String csv) {
        return list.run(UnitCsv.read(csv), dryRun, caller.scope())
                .map(ImportJson::of)
                .onFailure(UnitList.ChangedMeanwhile.class)
                .transform(failure -> Problems.unitsChanged());
    }

    /** The units as an import takes them back. */
    @GET
    @Path("export")
    @Produces(CSV)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(operationId = "exportUnits", summary = "导出值班单位 / Units as CSV, in the order of area codes")
    @APIResponse(
            responseCode = "200",
            description = "As an import takes it back.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> export() {
        return roster.units(caller.scope(), null, MOST)
                .map(units -> ResponseBuilder.ok(UnitCsv.write(units), CSV + ";charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"units.csv\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
