package io.feverline.registry.console;

import io.feverline.events.access.Roles;
import io.feverline.registry.Rejection;
import io.feverline.registry.Rejection.Reason;
import io.feverline.registry.access.Caller;
import io.feverline.registry.followup.FieldWork;
import io.feverline.registry.followup.FieldWork.Change;
import io.feverline.registry.followup.Staff;
import io.feverline.registry.report.rule.ShiftPlan;
import io.feverline.registry.rest.Closure;
import io.feverline.registry.rest.NewAssignment;
import io.feverline.registry.rest.NewEntry;
import io.feverline.registry.rest.Referral;
import io.feverline.registry.rest.Versions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What grid workers do at a follow-up's page, and how officials give follow-ups out and end them. */
@Path("/console/follow-ups")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER})
public class FollowUpActs {
    private final FieldWork work;
    private final Forms forms;
    private final Caller caller;
    private final Clock clock;

    FollowUpActs(FieldWork work, Forms forms, Caller caller, Clock clock) {
        this.work = work;
        this.forms = forms;
        this.caller = caller;
        this.clock = clock;
    }

    /** Gives it to a worker, or to the queue of an area; then goes on where the official was. */
    @POST
    @Path("{id}/assignment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @Operation(hidden = true)
    public Uni<Response> assign(
            @RestPath UUID id,
            @RestForm String seen,
            @RestForm @Nullable String worker,
            @RestForm @Nullable String areaCode,
            @RestForm @DefaultValue("false") boolean fromList) {
        var to = forms.valid(new NewAssignment(Forms.text(worker), Forms.text(areaCode)));
        return work.assign(change(id, seen), to.assignee(), to.areaCode())
                .map(done -> fromList ? leadTo("/console/follow-ups") : leadTo(id));
    }

    /** Takes it. */
    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.GRID_WORKER)
    @Operation(hidden = true)
    public Uni<Response> accept(
            @RestPath UUID id, @RestForm String seen, @RestForm @DefaultValue("false") boolean fromList) {
        return work.accept(change(id, seen)).map(done -> fromList ? leadTo("/console/follow-ups") : leadTo(id));
    }

    /**
     * Writes an entry down, or corrects one. The page's script, which keeps what could not be sent, is told that it was
     * taken, and what there is with it, without another page; a browser is led to the follow-up.
     *
     * @param writer whose page it was written on: it may have stayed open when somebody else signed in
     * @param takenAt by the county's clock; nothing is now, to the minute, so that a form that is sent twice says the same
     */
    @POST
    @Path("{id}/entries")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.GRID_WORKER)
    @Operation(hidden = true)
    public Uni<Response> enter(
            @RestPath UUID id,
            @RestForm UUID entry,
            @RestForm @Nullable String writer,
            @RestForm @Nullable String seen,
            @RestForm @Nullable String takenAt,
            @RestForm BigDecimal temperature,
            @RestForm List<String> symptom,
            @RestForm @Nullable String note,
            @RestHeader("HX-Request") @Nullable String script) {
        requireWriter(Forms.text(writer));
        OffsetDateTime at = Forms.time(takenAt);
        var told = forms.valid(new NewEntry(at == null ? now() : at, temperature, symptom, Forms.text(note)));
        String version = Forms.text(seen);
        return work.enter(
                        id,
                        caller.actor(),
                        version == null ? null : Versions.needed(version),
                        entry,
                        told.toObservation())
                .map(written -> script == null
                        ? leadTo(id)
                        : Response.noContent()
                                .header(HttpHeaders.ETAG, Versions.tag(written.version()))
                                .build());
    }

    private void requireWriter(@Nullable String writer) {
        if (writer != null && !writer.equals(caller.actor().subject())) {
            throw new Rejection(
                    Reason.NOT_THE_WRITER, "请由填写人本人登录后再发送 / it is sent once who wrote it has signed in again");
        }
    }

    private OffsetDateTime now() {
        return clock.instant()
                .truncatedTo(ChronoUnit.MINUTES)
                .atZone(ShiftPlan.COUNTY)
                .toOffsetDateTime();
    }

    /** Ends it when its days are over. */
    @POST
    @Path("{id}/completion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> complete(@RestPath UUID id, @RestForm String seen) {
        return work.complete(change(id, seen)).map(done -> leadTo(id));
    }

    /** Ends it, for the traveller goes to a fever clinic. */
    @POST
    @Path("{id}/referral")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> refer(
            @RestPath UUID id, @RestForm String seen, @RestForm String place, @RestForm String reason) {
        var referral = forms.valid(new Referral(place, reason));
        return work.refer(change(id, seen), referral.place(), referral.reason()).map(done -> leadTo(id));
    }

    /** Ends it for another reason. */
    @POST
    @Path("{id}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @Operation(hidden = true)
    public Uni<Response> close(@RestPath UUID id, @RestForm String seen, @RestForm String reason) {
        var closure = forms.valid(new Closure(reason));
        return work.close(change(id, seen), closure.reason()).map(done -> leadTo(id));
    }

    private Change change(UUID id, String seen) {
        var staff = new Staff(caller.actor(), caller.is(Roles.HEALTH_OFFICIAL));
        return new Change(id, staff, Versions.needed(seen));
    }

    private static Response leadTo(UUID id) {
        return leadTo("/console/follow-ups/" + id);
    }

    private static Response leadTo(String page) {
        return Response.seeOther(URI.create(page)).build();
    }
}
