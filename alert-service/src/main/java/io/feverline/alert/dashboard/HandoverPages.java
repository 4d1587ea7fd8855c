package io.feverline.alert.dashboard;

import io.feverline.alert.lifecycle.AlertState;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.Checkpoints;
import io.feverline.alert.postgres.HandoverStore;
import io.feverline.alert.postgres.RosterStore;
import io.feverline.alert.rest.Caller;
import io.feverline.alert.rest.Handing;
import io.feverline.alert.rest.NewHandoverJson;
import io.feverline.alert.roster.Handover;
import io.feverline.alert.roster.HandoverQuery;
import io.feverline.alert.roster.Unit;
import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What one shift tells the next: written, read or printed, and accepted. */
@Path("/duty/handover")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
public class HandoverPages {
    private static final int ROWS = 50;
    private static final int MOST_UNITS = 500;

    private final HandoverStore handovers;
    private final Handing handing;
    private final RosterStore roster;
    private final AlertReader alerts;
    private final Checkpoints checkpoints;
    private final Caller caller;
    private final Viewer viewer;

    HandoverPages(
            HandoverStore handovers,
            Handing handing,
            RosterStore roster,
            AlertReader alerts,
            Checkpoints checkpoints,
            Caller caller,
            Viewer viewer) {
        this.handovers = handovers;
        this.handing = handing;
        this.roster = roster;
        this.alerts = alerts;
        this.checkpoints = checkpoints;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(List<Handover> handovers, List<Unit> units);

        static native TemplateInstance one(Handed handed);
    }

    /**
     * A hand-over and how what was to be done stands now.
     *
     * @param own whether whoever looks wrote it
     */
    record Handed(Handover handover, List<AlertRow> alerts, List<ClusterRow> clusters, boolean own) {
        public AlertState acknowledged() {
            return AlertState.ACKNOWLEDGED;
        }

        public AlertState referred() {
            return AlertState.REFERRED;
        }
    }

    /** The newest, and a form for another. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list() {
        return Uni.combine()
                .all()
                .unis(
                        handovers.page(new HandoverQuery(caller.scope(), null, null, null, ROWS)),
                        roster.units(caller.scope(), null, MOST_UNITS))
                .with((found, units) -> viewer.reads(Templates.list(found, units)));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@PathParam("id") UUID id) {
        return handing.find(id)
                .chain(handover -> Uni.combine()
                        .all()
                        .unis(
                                alerts.alertsById(handover.work().alerts()),
                                alerts.clustersById(handover.work().clusters()),
                                checkpoints.in(caller.scope()))
                        .with((alertsById, clustersById, registered) -> viewer.reads(Templates.one(new Handed(
                                handover,
                                AlertRow.of(inOrder(handover.work().alerts(), alertsById)),
                                inOrder(handover.work().clusters(), clustersById).stream()
                                        .map(cluster -> ClusterRow.of(cluster, registered))
                                        .toList(),
                                handover.from().equals(caller.subject()))))));
    }

    private static <T> List<T> inOrder(List<UUID> ids, Map<UUID, T> byId) {
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    /** Writes one, and shows it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.DUTY_OFFICER)
    @Operation(hidden = true)
    public Uni<Response> write(@RestForm @Nullable UUID unit, @RestForm @Nullable String to, @RestForm String note) {
        return handing.write(new NewHandoverJson(unit, to == null || to.isBlank() ? null : to, note))
                .map(handover -> shown(handover.id()));
    }

    /** Accepts one, and shows it. */
    @POST
    @Path("{id}/accept")
    @RolesAllowed(Roles.DUTY_OFFICER)
    @Operation(hidden = true)
    public Uni<Response> accept(@PathParam("id") UUID id) {
        return handing.accept(id).map(handover -> shown(id));
    }

    private static Response shown(UUID id) {
        return Response.seeOther(URI.create("/duty/handover/" + id)).build();
    }
}
