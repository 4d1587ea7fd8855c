package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.rest.Names;
import io.feverline.registry.rest.ReferenceDocuments;
import io.feverline.registry.rest.ReferenceKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Reference data as files, which an import takes back. */
@Path("/console/{kind: areas|checkpoints|devices|key-regions}.csv")
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
public class ReferenceFiles {
    private final ReferenceDocuments documents;
    private final Caller caller;

    ReferenceFiles(ReferenceDocuments documents, Caller caller) {
        this.documents = documents;
        this.caller = caller;
    }

    /** What there is of a kind in the reader's area. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String kind) {
        return documents.give(Names.parse(ReferenceKind.class, kind), caller.scope());
    }
}
