package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.access.Caller;
import io.feverline.registry.checkpoint.CheckpointTable;
import io.feverline.registry.device.Device;
import io.feverline.registry.device.DeviceKey;
import io.feverline.registry.device.Devices;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.rest.IdCursor;
import io.feverline.registry.rest.Versions;
import io.feverline.registry.sequence.GapLedger;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Devices: where they stand, how they measure, until when they are calibrated, their keys, and what is missing. */
@Path("/console/devices")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
public class DevicePages {
    private static final int ROWS = 100;

    private final Devices devices;
    private final GapLedger ledger;
    private final CheckpointTable checkpoints;
    private final Forms forms;
    private final Clock clock;
    private final Caller caller;
    private final Viewer viewer;

    DevicePages(
            Devices devices,
            GapLedger ledger,
            CheckpointTable checkpoints,
            Forms forms,
            Clock clock,
            Caller caller,
            Viewer viewer) {
        this.devices = devices;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.forms = forms;
        this.clock = clock;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(DeviceList page);

        static native TemplateInstance one(DevicePage page);

        static native TemplateInstance key(String id, String key);

        static native TemplateInstance revoke(Device device, @Nullable String fingerprint);
    }

    /** In order of id. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@RestQuery @Nullable String cursor) {
        return devices.list(caller.scope(), IdCursor.parse(cursor), ROWS)
                .chain(page -> checkpoints
                        .names(page.items().stream().map(Device::checkpointId).collect(Collectors.toSet()))
                        .map(names -> viewer.reads(Templates.list(new DeviceList(page, names, cursor, today())))));
    }

    /** Registers one; the answer shows its key, once. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public Uni<TemplateInstance> register(@BeanParam DeviceForm form) {
        var device = forms.valid(form.body());
        DeviceKey key = DeviceKey.draw();
        return devices.register(device.toDevice(), key, caller.actor()).map(saved -> keyOf(saved, key));
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@RestPath String id) {
        return devices.get(id, caller.scope())
                .chain(device -> Uni.combine()
                        .all()
                        .unis(checkpoints.names(Set.of(device.checkpointId())), ledger.of(id))
                        .with((names, boots) -> new DevicePage(
                                device,
                                names.getOrDefault(device.checkpointId(), device.checkpointId()),
                                boots,
                                today())))
                .map(page -> viewer.reads(Templates.one(page)));
    }

    /** Changes where it stands and how it measures. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Uni<Response> change(@RestPath String id, @RestForm @Nullable String seen, @BeanParam DeviceForm form) {
        var change = forms.valid(form.change());
        return devices.change(change.of(id), Versions.needed(seen), caller.actor())
                .map(DevicePages::to);
    }

    /** Notes until when its calibration holds. */
    @POST
    @Path("/{id}/calibration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Uni<Response> calibrate(
            @RestPath String id, @RestForm @Nullable String seen, @RestForm @Nullable String due) {
        return devices.calibrate(id, Forms.day(due), Versions.needed(seen), caller.actor())
                .map(DevicePages::to);
    }

    /** Gives it another key; the answer shows it, once. */
    @POST
    @Path("/{id}/keys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public Uni<TemplateInstance> addKey(@RestPath String id, @RestForm @Nullable String seen) {
        DeviceKey key = DeviceKey.draw();
        return devices.addKey(id, key, Versions.needed(seen), caller.actor()).map(saved -> keyOf(saved, key));
    }

    /** Asks whether all of its keys, or one, are to be taken away. */
    @GET
    @Path("/{id}/revoke")
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Uni<TemplateInstance> askToRevoke(@RestPath String id, @RestQuery @Nullable String key) {
        return devices.get(id, caller.scope()).map(device -> viewer.reads(Templates.revoke(device, Forms.text(key))));
    }

    /** Takes them away, whatever has changed in between. */
    @POST
    @Path("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Uni<Response> revoke(@RestPath String id, @RestForm @Nullable String key) {
        String fingerprint = Forms.text(key);
        return (fingerprint == null
                        ? devices.revoke(id, caller.actor())
                        : devices.revokeKey(id, fingerprint, caller.actor()))
                .map(DevicePages::to);
    }

    private TemplateInstance keyOf(Device saved, DeviceKey key) {
        return viewer.reads(Templates.key(saved.id(), key.text()));
    }

    private static Response to(Device device) {
        return Response.seeOther(URI.create("/console/devices/" + device.id())).build();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY);
    }
}
