package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.rest.Downloads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

/** Where a vehicle has been. */
@Path("/console/vehicles/{id}")
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
public class VehiclePages extends HistoryPages {
    VehiclePages(Histories histories, Downloads downloads, Caller caller, Viewer viewer) {
        super(PassageHistory.Of.VEHICLE, histories, downloads, caller, viewer);
    }
}
