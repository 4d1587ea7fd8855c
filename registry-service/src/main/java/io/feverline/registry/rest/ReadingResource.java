package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.passage.Receipts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What became of readings at the checkpoints of the caller's area. */
@Path("/v1/readings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER, Roles.ADMIN, Roles.AUDITOR})
@Tag(name = "readings", description = "读数 / Readings")
public class ReadingResource {
    private final Receipts receipts;
    private final Caller caller;

    ReadingResource(Receipts receipts, Caller caller) {
        this.receipts = receipts;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/receipt")
    @Operation(
            operationId = "getReceiptOfReading",
            summary = "读数回执 / That a reading was stored, and whether its id came again with other content")
    public Uni<ReceiptView> receipt(@RestPath UUID id) {
        return receipts.get(id, caller.scope()).map(ReceiptView::of);
    }
}
