package io.feverline.alert.dashboard;

import io.feverline.alert.device.Hour;
import io.feverline.alert.lifecycle.DeviceAlert;
import io.feverline.alert.lifecycle.DeviceAlertAction;
import io.feverline.alert.lifecycle.DeviceAlertQuery;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.Checkpoints;
import io.feverline.alert.postgres.DeviceAlerts;
import io.feverline.alert.postgres.HourlyFigures;
import io.feverline.alert.rest.Caller;
import io.feverline.alert.rest.DeviceAlertActions;
import io.feverline.alert.rest.NewDeviceAlertActionJson;
import io.feverline.alert.rest.Problems;
import io.feverline.events.access.Roles;
import io.feverline.look.SchematicMap;
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
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** How checkpoints stand, what is wrong with devices, which fevers have something in common, and the last day in charts. */
@Path("/duty")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
public class DutyLists {
    /** More than anybody reads; what is older is in the API. */
    private static final int ROWS = 200;

    private final AlertReader alerts;
    private final DeviceAlerts devices;
    private final DeviceAlertActions actions;
    private final Checkpoints checkpoints;
    private final HourlyFigures figures;
    private final InstantSource clock;
    private final Caller caller;
    private final Viewer viewer;

    DutyLists(
            AlertReader alerts,
            DeviceAlerts devices,
            DeviceAlertActions actions,
            Checkpoints checkpoints,
            HourlyFigures figures,
            InstantSource clock,
            Caller caller,
            Viewer viewer) {
        this.alerts = alerts;
        this.devices = devices;
        this.actions = actions;
        this.checkpoints = checkpoints;
        this.figures = figures;
        this.clock = clock;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance checkpoints(
                List<List<CheckpointRow>> parts, SchematicMap map, List<String> looks);

        static native TemplateInstance devices(List<DeviceAlertRow> alerts);

        static native TemplateInstance device(DeviceAlertRow row, List<DeviceAlertAction> taken);

        static native TemplateInstance clusters(List<ClusterRow> clusters);

        static native TemplateInstance charts(List<Hour> hours);
    }

    /** Those that are registered, and those whose devices were ever heard. */
    @GET
    @Path("checkpoints")
    @Operation(hidden = true)
    public Uni<TemplateInstance> checkpoints() {
        return Uni.combine()
                .all()
                .unis(devices.statuses(caller.scope()), checkpoints.in(caller.scope()))
                .with((statuses, registered) -> {
                    List<CheckpointRow> rows = CheckpointRow.of(statuses, registered);
                    return viewer.reads(Templates.checkpoints(
                            CheckpointRow.parts(rows),
                            CheckpointRow.map(rows, viewer.words(DutyWords.class)),
                            CheckpointRow.LOOKS));
                });
    }

    /** What somebody has to see to. */
    @GET
    @Path("devices")
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<TemplateInstance> devices() {
        return Uni.combine()
                .all()
                .unis(
                        devices.page(new DeviceAlertQuery(caller.scope(), true, null, null, null, ROWS)),
                        checkpoints.in(caller.scope()))
                .with((found, registered) -> viewer.reads(Templates.devices(found.stream()
                        .map(alert -> DeviceAlertRow.of(alert, registered))
                        .toList())));
    }

    /** One device alert and what people did about it. */
    @GET
    @Path("devices/{id}")
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<TemplateInstance> device(@PathParam("id") UUID id) {
        return Uni.combine()
                .all()
                .unis(devices.find(id, caller.scope()), devices.actions(id), checkpoints.in(caller.scope()))
                .with((found, taken, registered) -> {
                    DeviceAlert alert = found.orElseThrow(Problems::noSuchDeviceAlert);
                    return viewer.reads(Templates.device(DeviceAlertRow.of(alert, registered), taken));
                });
    }

    /** Does something about one, and shows it again. */
    @POST
    @Path("devices/{id}/actions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<Response> act(
            @PathParam("id") UUID id, @RestForm String action, @RestForm String seen, @RestForm @Nullable String note) {
        return actions.act(id, new NewDeviceAlertActionJson(action, note), seen)
                .map(alert ->
                        Response.seeOther(URI.create("/duty/devices/" + id)).build());
    }

    /** Those that grew last. */
    @GET
    @Path("clusters")
    @Operation(hidden = true)
    public Uni<TemplateInstance> clusters() {
        return Uni.combine()
                .all()
                .unis(alerts.clusters(caller.scope(), ROWS), checkpoints.in(caller.scope()))
                .with((found, registered) -> viewer.reads(Templates.clusters(found.stream()
                        .map(cluster -> ClusterRow.of(cluster, registered))
                        .toList())));
    }

    /** The last day by the hour. */
    @GET
    @Path("charts")
    @Operation(hidden = true)
    public Uni<TemplateInstance> charts() {
        return figures.lastDay(caller.scope(), clock.instant()).map(hours -> viewer.reads(Templates.charts(hours)));
    }
}
