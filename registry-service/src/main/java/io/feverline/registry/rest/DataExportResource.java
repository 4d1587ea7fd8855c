package io.feverline.registry.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.rights.DataExports;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** A person's right to know what is kept of them. */
@Path("/v1/travellers/{id}/data-export")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.HEALTH_OFFICIAL)
@Tag(name = "travellers", description = "旅客 / Travellers")
public class DataExportResource {
    private final DataExports exports;
    private final ObjectMapper json;
    private final Clock clock;
    private final Caller caller;

    DataExportResource(DataExports exports, ObjectMapper json, Clock clock, Caller caller) {
        this.exports = exports;
        this.json = json;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "exportDataOfTraveller",
            summary = "导出本人信息，供本人查阅、复制 / All that is kept of a person in your area, to hand over to them; it opens"
                    + " the identity, and counts as that")
    public Uni<DataExportView> export(@RestPath UUID id, @NotNull @Valid DataExportOrder order) {
        var official = caller.actor();
        return exports.export(id, official, order.purpose())
                .map(export -> DataExportView.of(export, official.scope().prefix(), clock.instant(), json));
    }
}
