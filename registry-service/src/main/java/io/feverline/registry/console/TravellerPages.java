package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.rest.Downloads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;

/** Where a traveller has been. */
@Path("/console/travellers/{id}")
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
public class TravellerPages extends HistoryPages {
    TravellerPages(Histories histories, Downloads downloads, Caller caller, Viewer viewer) {
        super(PassageHistory.Of.TRAVELLER, histories, downloads, caller, viewer);
    }
}
