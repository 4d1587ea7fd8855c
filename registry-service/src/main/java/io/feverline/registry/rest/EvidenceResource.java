package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.config.ExportConfig;
import io.feverline.registry.evidence.Evidence;
import io.feverline.registry.evidence.EvidenceOrder;
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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Evidence of a case. */
@Path("/v1/travellers/{id}/evidence")
@Produces("application/zip")
@RolesAllowed({Roles.AUDITOR, Roles.HEALTH_OFFICIAL})
@Tag(name = "travellers", description = "旅客 / Travellers")
public class EvidenceResource {
    private final Evidence evidence;
    private final ExportConfig config;
    private final Clock clock;
    private final Caller caller;

    EvidenceResource(Evidence evidence, ExportConfig config, Clock clock, Caller caller) {
        this.evidence = evidence;
        this.config = config;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportEvidence",
            summary =
                    "证据导出 / From a case back over every checkpoint, device, operator and missed deadline, as one signed"
                            + " archive; without times, of the last 14 days. It is on record")
    public Uni<Response> export(@RestPath UUID id, @NotNull @Valid EvidenceWanted wanted) {
        Instant end = Times.parse(wanted.to());
        Instant to = end == null ? clock.instant() : end;
        Instant begin = Times.parse(wanted.from());
        Instant from = begin == null ? to.minus(Duration.ofDays(config.days())) : begin;
        return evidence.collect(new EvidenceOrder(id, caller.actor(), from, to, wanted.purpose()))
                .map(archive -> Response.ok(archive)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + id + ".zip\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
