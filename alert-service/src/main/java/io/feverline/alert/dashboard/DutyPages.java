package io.feverline.alert.dashboard;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.Workload;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.DeviceAlerts;
import io.feverline.alert.rest.AlertActions;
import io.feverline.alert.rest.Caller;
import io.feverline.alert.rest.Cursor;
import io.feverline.alert.rest.NewActionJson;
import io.feverline.alert.rest.Problems;
import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The board of open alerts, and the page of one. */
@Path("/duty")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
public class DutyPages {
    private static final int ROWS = 100;

    /** What htmx takes as an answer that needs no further question. */
    private static final int ENOUGH = 286;

    private final AlertReader alerts;
    private final DeviceAlerts devices;
    private final AlertActions actions;
    private final Caller caller;
    private final Viewer viewer;

    DutyPages(AlertReader alerts, DeviceAlerts devices, AlertActions actions, Caller caller, Viewer viewer) {
        this.alerts = alerts;
        this.devices = devices;
        this.actions = actions;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages, and rows of the list by themselves. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance board(Listed listed, Workload workload, long head);

        static native TemplateInstance counts(Workload workload);

        static native TemplateInstance rows(Listed listed);

        static native TemplateInstance row(AlertRow row);

        static native TemplateInstance alert(AlertPage page);

        static native TemplateInstance changed(UUID id);
    }

    /**
     * A part of the list.
     *
     * @param next where the next part begins; null after the last
     */
    record Listed(List<AlertRow> rows, @Nullable String next) {
        static Listed of(List<Alert> alerts) {
            return alerts.size() <= ROWS
                    ? new Listed(AlertRow.of(alerts), null)
                    : new Listed(AlertRow.of(alerts.subList(0, ROWS)), Cursor.of(alerts.get(ROWS - 1)));
        }
    }

    /** What is open now; the stream goes on from there. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> board() {
        // The place in the stream first: what changes meanwhile is told twice, and not missed.
        return alerts.head()
                .chain(head -> Uni.combine()
                        .all()
                        .unis(alerts.standing(caller.scope(), null, ROWS + 1), alerts.counts(caller.scope()))
                        .with((found, workload) -> viewer.reads(Templates.board(Listed.of(found), workload, head))));
    }

    /** How many there are, of all and not only of those that a page has loaded. */
    @GET
    @Path("counts")
    @Operation(hidden = true)
    public Uni<TemplateInstance> counts() {
        return alerts.counts(caller.scope()).map(workload -> viewer.reads(Templates.counts(workload)));
    }

    /** More of the list. */
    @GET
    @Path("alerts")
    @Operation(hidden = true)
    public Uni<TemplateInstance> more(@QueryParam("cursor") String cursor) {
        return alerts.standing(caller.scope(), Cursor.parse(cursor), ROWS + 1)
                .map(found -> viewer.reads(Templates.rows(Listed.of(found))));
    }

    /** All about one. */
    @GET
    @Path("alerts/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> alert(@PathParam("id") UUID id) {
        return alerts.find(id, caller.scope())
                .map(found -> found.orElseThrow(Problems::noSuchAlert))
                .chain(alert -> Uni.combine()
                        .all()
                        .unis(
                                alerts.readings(id),
                                alerts.actions(id),
                                alerts.escalations(id),
                                devices.status(alert.opening().checkpointId()))
                        .with((readings, taken, steps, status) ->
                                viewer.reads(Templates.alert(AlertPage.of(alert, readings, taken, steps, status)))));
    }

    /** Whether one is no longer as whoever looks at its page has seen it; nothing as long as it is, and then once. */
    @GET
    @Path("alerts/{id}/changed")
    @Operation(hidden = true)
    public Uni<Response> changed(@PathParam("id") UUID id, @QueryParam("seen") String seen) {
        return alerts.find(id, caller.scope())
                .map(found -> found.orElseThrow(Problems::noSuchAlert))
                .map(alert -> AlertRow.of(alert).seenInAddress().equals(seen)
                        ? Response.noContent().build()
                        : Response.status(ENOUGH)
                                .entity(viewer.reads(Templates.changed(id)))
                                .build());
    }

    /** Does something about it, and shows it again; of the board, whose stream shows it, it answers nothing. */
    @POST
    @Path("alerts/{id}/actions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
    @Operation(hidden = true)
    public Uni<Response> act(
            @PathParam("id") UUID id,
            @RestForm String action,
            @RestForm String seen,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String clinic,
            @RestForm @Nullable String assignee,
            @RestForm @Nullable String outcome,
            @HeaderParam("HX-Request") @Nullable String inPlace) {
        var order = new NewActionJson(action, reason, null, clinic, assignee, blankToNull(outcome));
        return actions.act(id, order, seen)
                .map(alert -> (inPlace == null
                                ? Response.seeOther(URI.create("/duty/alerts/" + id))
                                : Response.noContent())
                        .build());
    }

    private static @Nullable String blankToNull(@Nullable String given) {
        return given == null || given.isBlank() ? null : given;
    }
}
