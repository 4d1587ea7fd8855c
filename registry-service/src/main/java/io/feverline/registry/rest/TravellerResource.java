package io.feverline.registry.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.events.access.Roles;
import io.feverline.ingest.events.DocumentType;
import io.feverline.registry.access.Caller;
import io.feverline.registry.export.ExportFormat;
import io.feverline.registry.passage.HistoryCursor;
import io.feverline.registry.passage.PassageHistory;
import io.feverline.registry.traveller.Identities;
import io.feverline.registry.traveller.IdentityAccess;
import io.feverline.registry.traveller.IdentityAccess.How;
import io.feverline.registry.traveller.Travellers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Travellers who have passed in the caller's area, or are followed up there. */
@Path("/v1/travellers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
@Tag(name = "travellers", description = "旅客 / Travellers")
public class TravellerResource {
    private final Travellers travellers;
    private final PassageHistory history;
    private final Downloads downloads;
    private final Identities identities;
    private final ObjectMapper json;
    private final Caller caller;

    TravellerResource(
            Travellers travellers,
            PassageHistory history,
            Downloads downloads,
            Identities identities,
            ObjectMapper json,
            Caller caller) {
        this.travellers = travellers;
        this.history = history;
        this.downloads = downloads;
        this.identities = identities;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @Path("/search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "searchTravellers",
            summary = "按证件查找旅客 / The traveller with a document; an empty list when unknown")
    public Uni<Items<TravellerView>> search(@NotNull @Valid DocumentQuery query) {
        var type = Names.parse(DocumentType.class, query.documentType());
        return travellers
                .search(type, query.documentNumber(), caller.actor())
                .map(found -> Items.of(found, TravellerView::of));
    }

    @GET
    @Path("/{id}/passages")
    @Operation(operationId = "listPassagesOfTraveller", summary = "旅客行踪 / Where a traveller has been, newest first")
    public Uni<Items<PassageView>> passages(@RestPath UUID id, @BeanParam @Valid HistoryParameters parameters) {
        return history.page(PassageHistory.Of.TRAVELLER, parameters.query(id, caller.actor()))
                .map(page -> Items.of(page, PassageView::of, HistoryCursor::text));
    }

    @GET
    @Path("/{id}/passages/export")
    @Produces({ExportFormat.CSV_TYPE, ExportFormat.EXCEL_TYPE, ExportFormat.FHIR_TYPE})
    @Operation(
            operationId = "exportPassagesOfTraveller",
            summary = "导出旅客行踪 / Where a traveller has been, as a file, newest first",
            description = "期间内超过 20000 条时拒绝导出，不截断 / Refused, not cut, when the period has more than 20,000 passages")
    public Response export(@RestPath UUID id, @BeanParam ExportParameters parameters, @Context HttpHeaders headers) {
        var order = parameters.order(PassageHistory.Of.TRAVELLER, id, caller.actor());
        return downloads.of(order, headers.getAcceptableMediaTypes());
    }

    @POST
    @Path("/{id}/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "openIdentity",
            summary = "打开封存的身份信息，默认掩码 / Open a traveller's identity for a stated purpose, masked unless all of it is"
                    + " asked for; each opening is on record")
    public Uni<IdentityView> identity(@RestPath UUID id, @NotNull @Valid Purpose purpose) {
        boolean full = purpose.view() == Purpose.View.FULL;
        var access = new IdentityAccess(id, caller.actor(), full ? How.FULL : How.MASKED, purpose.purpose());
        return identities
                .open(access)
                .map(opened -> IdentityView.read(json, opened))
                .map(identity -> full ? identity : identity.masked());
    }

    @POST
    @Path("/{id}/identity/break-glass")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "breakGlass",
            summary =
                    "紧急打开身份信息 / Open a traveller's identity in an emergency, also as a duty officer and beyond the daily"
                            + " limit; each is on record, counted, and looked into")
    public Uni<IdentityView> breakGlass(@RestPath UUID id, @NotNull @Valid Emergency emergency) {
        var access = new IdentityAccess(id, caller.actor(), How.BREAK_GLASS, emergency.reason());
        return identities.open(access).map(opened -> IdentityView.read(json, opened));
    }
}
