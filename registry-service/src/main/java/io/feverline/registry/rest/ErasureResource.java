package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.rights.Erasure;
import io.feverline.registry.rights.Erasures;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A person's right to be forgotten. */
@Path("/v1/travellers/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
@Tag(name = "travellers", description = "旅客 / Travellers")
public class ErasureResource {
    private final Erasures erasures;
    private final Caller caller;

    ErasureResource(Erasures erasures, Caller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "eraseTraveller",
            summary = "删除旅客身份信息 / Forget who a traveller is: the identity goes at once, passages stay as what was"
                    + " measured, of nobody; a second time changes nothing")
    @APIResponse(responseCode = "204", description = "已删除 / Forgotten")
    @APIResponse(
            responseCode = "409",
            description = "有未了结的随访 / The traveller is followed up",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = HttpProblem.class)))
    public Uni<Void> erase(@RestPath UUID id, @NotNull @Valid ErasureOrder order) {
        return erasures.erase(new Erasure(id, caller.actor(), order.reason(), order.legalBasis()));
    }
}
