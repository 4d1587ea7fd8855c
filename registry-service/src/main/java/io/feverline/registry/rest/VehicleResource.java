package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.vehicle.Vehicles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Vehicles that have passed in the caller's area. */
@Path("/v1/vehicles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
@Tag(name = "vehicles", description = "车辆 / Vehicles")
public class VehicleResource {
    private final Vehicles vehicles;
    private final PassageHistory history;
    private final Downloads downloads;
    private final Caller caller;

    VehicleResource(Vehicles vehicles, PassageHistory history, Downloads downloads, Caller caller) {
        this.vehicles = vehicles;
        this.history = history;
        this.downloads = downloads;
        this.caller = caller;
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchVehicles",
            summary = "按号牌查找车辆 / The vehicle with a plate; an empty list when unknown")
    public Uni<Items<VehicleView>> search(@NotNull @Valid PlateQuery query) {
        return vehicles.search(query.plate(), caller.actor()).map(found -> Items.of(found, VehicleView::of));
    }

    @GET
    @Path("/{id}/passages")
    @Operation(operationId = "listPassagesOfVehicle", summary = "车辆行踪 / Where a vehicle has been, newest first")
    public Uni<Items<PassageView>> passages(@RestPath UUID id, @BeanParam @Valid HistoryParameters parameters) {
        return history.page(PassageHistory.Of.VEHICLE, parameters.query(id, caller.actor()))
                .map(page -> Items.of(page, PassageView::of, HistoryCursor::text));
    }

    @GET
    @Path("/{id}/passages/export")
    @Produces({ExportFormat.CSV_TYPE, ExportFormat.EXCEL_TYPE, ExportFormat.FHIR_TYPE})
    @Operation(
            operationId = "exportPassagesOfVehicle",
            summary = "导出车辆行踪 / Where a vehicle has been, as a file, newest first",
            description = "期间内超过 20000 条时拒绝导出，不截断 / Refused, not cut, when the period has more than 20,000 passages")
    public Response export(@RestPath UUID id, @BeanParam ExportParameters parameters, @Context HttpHeaders headers) {
        var order = parameters.order(PassageHistory.Of.VEHICLE, id, caller.actor());
        return downloads.of(order, headers.getAcceptableMediaTypes());
    }
}
