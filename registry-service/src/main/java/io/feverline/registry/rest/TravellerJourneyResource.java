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

/** A traveller's ways through the caller's area. */
@Path("/v1/travellers/{id}/journeys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
@Tag(name = "travellers", description = "旅客 / Travellers")
public class TravellerJourneyResource {
    private final Journeys journeys;
    private final JourneyQueries queries;

    TravellerJourneyResource(Journeys journeys, JourneyQueries queries) {
        this.journeys = journeys;
        this.queries = queries;
    }

    @GET
    @Operation(
            operationId = "listJourneysOfTraveller",
            summary = "旅客行程 / A traveller's passages joined into journeys, newest first; what nobody can have"
                    + " travelled is marked")
    public Uni<JourneysView> list(@RestPath UUID id, @BeanParam JourneyParameters parameters) {
        var query = queries.of(PassageHistory.Of.TRAVELLER, id, parameters);
        return journeys.of(query).map(travelled -> JourneysView.of(query, travelled));
    }
}
