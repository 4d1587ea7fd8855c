package io.feverline.alert.dashboard;

import io.feverline.alert.lifecycle.DeviceAlertQuery;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.alert.postgres.DeviceAlerts;
import io.feverline.alert.rest.Caller;
import io.feverline.alert.rest.CheckpointStatusJson;
import io.feverline.alert.rest.ClusterJson;
import io.feverline.alert.rest.DeviceAlertJson;
import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How checkpoints stand, what is wrong with devices, and which fevers have something in common. */
@Path("/duty")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
public class DutyLists {
    /** More than anybody reads; what is older is in the API. */
    private static final int ROWS = 200;

    private final AlertReader alerts;
    private final DeviceAlerts devices;
    private final Caller caller;
    private final Viewer viewer;

    DutyLists(AlertReader alerts, DeviceAlerts devices, Caller caller, Viewer viewer) {
        this.alerts = alerts;
        this.devices = devices;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance checkpoints(List<CheckpointStatusJson> checkpoints);

        static native TemplateInstance devices(List<DeviceAlertJson> alerts);

        static native TemplateInstance clusters(List<ClusterJson> clusters);
    }

    /** Those whose devices were ever heard. */
    @GET
    @Path("checkpoints")
    @Operation(hidden = true)
    public Uni<TemplateInstance> checkpoints() {
        return devices.statuses(caller.scope())
                .map(found -> viewer.reads(Templates.checkpoints(
                        found.stream().map(CheckpointStatusJson::of).toList())));
    }

    /** What somebody has to see to. */
    @GET
    @Path("devices")
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.ADMIN})
    @Operation(hidden = true)
    public Uni<TemplateInstance> devices() {
        return devices.page(new DeviceAlertQuery(caller.scope(), true, null, null, null, ROWS))
                .map(found -> viewer.reads(Templates.devices(
                        found.stream().map(DeviceAlertJson::of).toList())));
    }

    /** Those that grew last. */
    @GET
    @Path("clusters")
    @Operation(hidden = true)
    public Uni<TemplateInstance> clusters() {
        return alerts.clusters(caller.scope(), ROWS)
                .map(found -> viewer.reads(
                        Templates.clusters(found.stream().map(ClusterJson::of).toList())));
    }
}
