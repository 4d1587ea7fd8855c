package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where everybody begins: at what their role has to do. */
@Path("/console")
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
public class ConsoleHome {
    private final Caller caller;

    ConsoleHome(Caller caller) {
        this.caller = caller;
    }

    /** Leads there. */
    @GET
    @Operation(hidden = true)
    public Response home() {
        return Response.seeOther(URI.create("/console/" + page())).build();
    }

    private String page() {
        if (caller.is(Roles.HEALTH_OFFICIAL) || caller.is(Roles.DUTY_OFFICER)) {
            return "search";
        } else if (caller.is(Roles.GRID_WORKER)) {
            return "follow-ups";
        }
        return caller.is(Roles.AUDITOR) ? "audit" : "checkpoints";
    }
}
