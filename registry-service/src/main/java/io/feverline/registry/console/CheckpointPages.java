package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.look.Viewer;
import io.feverline.registry.Page;
import io.feverline.registry.access.Caller;
import io.feverline.registry.area.AreaTable;
import io.feverline.registry.checkpoint.Checkpoint;
import io.feverline.registry.checkpoint.CheckpointTable;
import io.feverline.registry.checkpoint.Checkpoints;
import io.feverline.registry.device.Devices;
import io.feverline.registry.device.EnrolmentCode;
import io.feverline.registry.device.Enrolments;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.rest.NewEnrolments;
import io.feverline.registry.rest.Versions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Checkpoints: where they are, what stands there, and codes for gateways that are to stand there. */
@Path("/console/checkpoints")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER, Roles.AUDITOR, Roles.ADMIN})
public class CheckpointPages {
    private static final int ROWS = 100;
    private static final int MOST_DEVICES = 500;

    private final Checkpoints checkpoints;
    private final CheckpointTable table;
    private final Devices devices;
    private final Enrolments enrolments;
    private final AreaTable areas;
    private final Forms forms;
    private final Clock clock;
    private final Caller caller;
    private final Viewer viewer;

    CheckpointPages(
            Checkpoints checkpoints,
            CheckpointTable table,
            Devices devices,
            Enrolments enrolments,
            AreaTable areas,
            Forms forms,
            Clock clock,
            Caller caller,
            Viewer viewer) {
        this.checkpoints = checkpoints;
        this.table = table;
        this.devices = devices;
        this.enrolments = enrolments;
        this.areas = areas;
        this.forms = forms;
        this.clock = clock;
        this.caller = caller;
        this.viewer = viewer;
    }

    /** The pages. */
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(CheckpointList page);

        static native TemplateInstance one(CheckpointPage page);

        static native TemplateInstance codes(String checkpoint, List<String> codes, Instant expiresAt);
    }

    /** Area by area. */
    @GET
    @Operation(hidden = true)
    public Uni<TemplateInstance> list(@RestQuery @Nullable String cursor) {
        var start = CheckpointList.Start.parse(cursor);
        return table.byArea(caller.scope(), start.areaCode(), start.id(), ROWS + 1)
                .map(rows -> Page.of(rows, ROWS, last -> last))
                .chain(page -> areas.names(CheckpointList.codes(page.items()))
                        .map(names -> viewer.reads(Templates.list(new CheckpointList(page, names, cursor)))));
    }

    /** Registers one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Uni<Response> register(@BeanParam CheckpointForm form) {
        var checkpoint = forms.valid(form.body());
        return checkpoints.register(checkpoint.toCheckpoint(), caller.actor()).map(CheckpointPages::to);
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Uni<TemplateInstance> one(@RestPath String id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ShiftPlan.COUNTY);
        return checkpoints
                .get(id, caller.scope())
                .chain(checkpoint -> devices.at(id, MOST_DEVICES)
                        .chain(list -> areas.names(Set.of(checkpoint.areaCode()))
                                .map(names -> new CheckpointPage(
                                        checkpoint, names.getOrDefault(checkpoint.areaCode(), ""), list, today))))
                .map(page -> viewer.reads(Templates.one(page)));
    }

    /** Changes it. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @Operation(hidden = true)
    public Uni<Response> change(@RestPath String id, @RestForm @Nullable String seen, @BeanParam CheckpointForm form) {
        var change = forms.valid(form.change());
        return checkpoints
                .change(change.of(id), Versions.needed(seen), caller.actor())
                .map(CheckpointPages::to);
    }

    /** Draws codes for gateways; the answer shows them, once. */
    @POST
    @Path("/{id}/enrolments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ADMIN)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(hidden = true)
    public Uni<TemplateInstance> drawCodes(
            @RestPath String id,
            @RestForm @DefaultValue("1") int count,
            @RestForm @Nullable String site,
            @RestForm @Nullable String mode,
            @RestForm @Nullable String offset,
            @RestForm @DefaultValue("7") int validDays) {
        var wanted = forms.valid(
                new NewEnrolments(count, Forms.text(site), Forms.text(mode), Forms.number(offset), validDays));
        List<EnrolmentCode> codes = wanted.draw();
        return enrolments
                .draw(codes, wanted.at(id), caller.actor())
                .map(expiresAt -> viewer.reads(Templates.codes(
                        id, codes.stream().map(EnrolmentCode::text).toList(), expiresAt)));
    }

    private static Response to(Checkpoint checkpoint) {
        return Response.seeOther(URI.create("/console/checkpoints/" + checkpoint.id()))
                .build();
    }
}
