package io.feverline.registry.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.rest.Emergency;
import io.feverline.registry.rest.IdentityView;
import io.feverline.registry.rest.Purpose;
import io.feverline.registry.traveller.Identities;
import io.feverline.registry.traveller.IdentityAccess;
import io.feverline.registry.traveller.IdentityAccess.How;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Who a traveller is. Answers of forms: nothing of it is in an address, and no browser keeps it. */
@Path("/console/travellers/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
public class IdentityPages {
    private static final String FULL = "full";

    private final Identities identities;
    private final Forms forms;
    private final ObjectMapper json;
    private final Caller caller;
    private final Viewer viewer;

    IdentityPages(Identities identities, Forms forms, ObjectMapper json, Caller caller, Viewer viewer) {
        this.identities = identities;
        this.forms = forms;
        this.json = json;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The page. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance identity(UUID id, String shortId, IdentityView identity);
    }

    /** For a purpose; masked unless all of it is asked for. */
    @POST
    @Path("/identity")
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public Uni<TemplateInstance> identity(
            @RestPath UUID id, @RestForm String purpose, @RestForm @Nullable String view) {
        boolean full = FULL.equals(view);
        var asked = forms.valid(new Purpose(purpose, full ? Purpose.View.FULL : Purpose.View.MASKED));
        return open(new IdentityAccess(id, caller.actor(), full ? How.FULL : How.MASKED, asked.purpose()))
                .map(identity -> page(id, full ? identity : identity.masked()));
    }

    /** In an emergency, also for a duty officer. */
    @POST
    @Path("/break-glass")
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.DUTY_OFFICER})
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public Uni<TemplateInstance> breakGlass(@RestPath UUID id, @RestForm String reason) {
        var emergency = forms.valid(new Emergency(reason));
        return open(new IdentityAccess(id, caller.actor(), How.BREAK_GLASS, emergency.reason()))
                .map(identity -> page(id, identity));
    }

    private Uni<IdentityView> open(IdentityAccess access) {
        return identities.open(access).map(opened -> IdentityView.read(json, opened));
    }

    private TemplateInstance page(UUID id, IdentityView identity) {
        return viewer.reads(Templates.identity(id, Ids.shortened(id), identity));
    }
}
