package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.ingest.events.DocumentType;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.rest.DocumentQuery;
import io.feverline.registry.rest.Names;
import io.feverline.registry.rest.PlateQuery;
import io.feverline.registry.traveller.Traveller;
import io.feverline.registry.traveller.Travellers;
import io.feverline.registry.vehicle.Vehicle;
import io.feverline.registry.vehicle.Vehicles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Looks for a traveller or a vehicle. What is looked for is in a body, and so in no URL and no access log. */
@Path("/console/search")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
public class SearchPages {
    /** The most frequent first. */
    private static final List<DocumentType> TYPES = Arrays.stream(DocumentType.values())
            .sorted(Comparator.comparing(type -> type == DocumentType.OTHER))
            .toList();

    private final Travellers travellers;
    private final Vehicles vehicles;
    private final Forms forms;
    private final Caller caller;
    private final Viewer viewer;

    SearchPages(Travellers travellers, Vehicles vehicles, Forms forms, Caller caller, Viewer viewer) {
        this.travellers = travellers;
        this.vehicles = vehicles;
        this.forms = forms;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance search(List<DocumentType> types, @Nullable String unknown);
    }

    /** The forms. */
    @GET
    @Operation(hidden = true)
    public TemplateInstance search() {
        return page(null);
    }

    /** Leads to the traveller with a document. */
    @POST
    @Path("travellers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> traveller(@RestForm String documentType, @RestForm String documentNumber) {
        var query = forms.valid(new DocumentQuery(documentType, documentNumber));
        return travellers
                .search(Names.parse(DocumentType.class, query.documentType()), query.documentNumber(), caller.actor())
                .map(found -> answer(found, "travellers", Traveller::id));
    }

    /** Leads to the vehicle with a plate. */
    @POST
    @Path("vehicles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> vehicle(@RestForm String plate) {
        var query = forms.valid(new PlateQuery(plate));
        return vehicles.search(query.plate(), caller.actor()).map(found -> answer(found, "vehicles", Vehicle::id));
    }

    /** A document is one person's, and a plate one vehicle's. */
    private <T> Response answer(List<T> found, String what, Function<T, UUID> id) {
        return found.isEmpty()
                ? Response.ok(page(what)).build()
                : Response.seeOther(URI.create("/console/%s/%s".formatted(what, id.apply(found.get(0)))))
                        .build();
    }

    private TemplateInstance page(@Nullable String unknown) {
        return viewer.reads(Templates.search(TYPES, unknown));
    }
}
