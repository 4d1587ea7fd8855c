package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.journey.Journeys;
import io.feverline.registry.passage.PassageHistory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A vehicle's ways through the caller's area. */
@Path("/v1/vehicles/{id}/journeys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
@Tag(name = "vehicles", description = "车辆 / Vehicles")
public class VehicleJourneyResource {
    private final Journeys journeys;
    private final JourneyQueries queries;

    VehicleJourneyResource(Journeys journeys, JourneyQueries queries) {
        this.journeys = journeys;
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "listJourneysOfVehicle",
            summary = "车辆行程 / A vehicle's passages joined into journeys, newest first; what nobody can have"
                    + " travelled is marked")
    public Uni<JourneysView> list(@RestPath UUID id, @BeanParam JourneyParameters parameters) {
        var query = queries.of(PassageHistory.Of.VEHICLE, id, parameters);
        return journeys.of(query).map(travelled -> JourneysView.of(query, travelled));
    }
}
