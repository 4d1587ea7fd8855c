package io.feverline.registry.rest;

import io.feverline.events.access.Roles;
import io.feverline.registry.access.Caller;
import io.feverline.registry.followup.FieldWork;
import io.feverline.registry.followup.FieldWork.Change;
import io.feverline.registry.followup.FollowUpDetail;
import io.feverline.registry.followup.HandOver;
import io.feverline.registry.followup.Staff;
import io.feverline.registry.followup.Worklist;
import io.feverline.registry.followup.WorklistCursor;
import io.feverline.registry.followup.WorklistQuery;
import io.feverline.registry.followup.rule.State;
import io.feverline.registry.rest.FollowUpDetailView.EntryView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Travellers who are looked after in the caller's area. A grid worker sees those that are theirs or nobody's. */
@Path("/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.GRID_WORKER})
@Tag(name = "follow-ups", description = "网格随访 / Travellers who are looked after for 14 days")
public class FollowUpResource {
    private static final String IF_MATCH = "the ETag as the caller saw it";

    private final Worklist worklist;
    private final FieldWork work;
    private final HandOver handOver;
    private final Caller caller;

    FollowUpResource(Worklist worklist, FieldWork work, HandOver handOver, Caller caller) {
        this.worklist = worklist;
        this.work = work;
        this.handOver = handOver;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listFollowUps",
            summary = "随访工作清单 / Follow-ups, the one that has waited longest for an entry first; who gets an entry"
                    + " meanwhile may come again on a later page, and nobody is left out")
    public Uni<Items<FollowUpView>> list(
            @QueryParam("state")
                    @Parameter(description = "default: all that are not over")
                    @Pattern(regexp = "unassigned|assigned|accepted|completed|referred|closed")
                    @Nullable
                    String state,
            @QueryParam("assignee")
                    @Parameter(description = "the subject of a grid worker")
                    @Pattern(regexp = Shapes.WORKER, message = Shapes.WORKER_MESSAGE)
                    @Nullable
                    String assignee,
            @RestQuery
                    @Parameter(description = "only those that should have been accepted before")
                    @DefaultValue("false")
                    boolean overdue,
            @RestQuery
                    @Parameter(description = "only those with a half day that has ended without an entry")
                    @DefaultValue("false")
                    boolean missed,
            @RestQuery
                    @Parameter(description = "only those of travellers who are to be referred")
                    @DefaultValue("false")
                    boolean feverish,
            @RestQuery @Parameter(description = "next of the page before") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
        var query = new WorklistQuery(
                staff(),
                state == null ? null : Names.parse(State.class, state),
                assignee,
                overdue,
                missed,
                feverish,
                cursor == null ? WorklistCursor.START : WorklistCursor.parse(cursor),
                limit);
        return worklist.page(query).map(page -> Items.of(page, FollowUpView::of, WorklistCursor::text));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFollowUp",
            summary = "一项随访 / One follow-up with its entries, missed half days and what was done about it")
    public Uni<RestResponse<FollowUpDetailView>> get(@RestPath UUID id) {
        return worklist.get(id, staff()).map(FollowUpResource::answer);
    }

    @POST
    @Path("/{id}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @Operation(
            operationId = "assignFollowUp",
            summary = "分派或改派随访 / Give it to a grid worker, whoever had it before, or to an area's queue; entries stay")
    public Uni<RestResponse<FollowUpDetailView>> assign(
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAssignment assignment) {
        return work.assign(change(id, ifMatch), assignment.assignee(), assignment.areaCode())
                .map(FollowUpResource::answer);
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.GRID_WORKER)
    @Operation(
            operationId = "acceptFollowUp",
            summary = "接受随访 / Accept what is assigned to the caller, or take it from the queue")
    public Uni<RestResponse<FollowUpDetailView>> accept(
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch) {
        return work.accept(change(id, ifMatch)).map(FollowUpResource::answer);
    }

    @PUT
    @Path("/{id}/entries/{entryId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.GRID_WORKER)
    @Operation(
            operationId = "writeFollowUpEntry",
            summary = "记录体温和症状 / Write an entry down under an id that the caller chooses, or correct one",
            description = "重发同一编号的同一内容只算一次；更正须带 If-Match，原记录保留；改派前所测的改派后仍可补传 / The same under the same"
                    + " id is one entry, however often it is sent; a correction needs If-Match, and what it corrects is"
                    + " kept; what a worker wrote down while they had the follow-up can be sent later")
    public Uni<RestResponse<EntryView>> write(
            @RestPath UUID id,
            @RestPath UUID entryId,
            @RestHeader(HttpHeaders.IF_MATCH)
                    @Parameter(description = IF_MATCH + "; needed for a correction alone")
                    @Nullable
                    String ifMatch,
            @NotNull @Valid NewEntry entry) {
        LongPredicate seen = ifMatch == null ? null : Versions.needed(ifMatch);
        return work.enter(id, caller.actor(), seen, entryId, entry.toObservation())
                .map(written -> RestResponse.ResponseBuilder.ok(EntryView.of(written.entry()))
                        .header(HttpHeaders.ETAG, Versions.tag(written.version()))
                        .build());
    }

    @POST
    @Path("/{id}/completion")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "completeFollowUp",
            summary = "期满结束随访 / End it when its days are over; the answer tells what was missed")
    public Uni<RestResponse<FollowUpDetailView>> complete(
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch) {
        return work.complete(change(id, ifMatch)).map(FollowUpResource::answer);
    }

    @POST
    @Path("/{id}/referral")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "referFollowUp", summary = "转诊至发热门诊 / End it, for the traveller goes to a fever clinic")
    public Uni<RestResponse<FollowUpDetailView>> refer(
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Referral referral) {
        return work.refer(change(id, ifMatch), referral.place(), referral.reason())
                .map(FollowUpResource::answer);
    }

    @POST
    @Path("/{id}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.HEALTH_OFFICIAL)
    @Operation(
            operationId = "closeFollowUp",
            summary = "因其他原因结束随访 / End it for another reason: the traveller has left, or it was a mistake")
    public Uni<RestResponse<FollowUpDetailView>> close(
            @RestPath UUID id,
            @RestHeader(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Closure closure) {
        return work.close(change(id, ifMatch), closure.reason()).map(FollowUpResource::answer);
    }

    @POST
    @Path("/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(
            operationId = "handOverFollowUps",
            summary = "区划代码变更时移交随访 / Move open follow-ups from an area's old code, and those below it, to its new one")
    public Uni<HandedOverView> handOver(@NotNull @Valid NewHandOver order) {
        return handOver.run(order.from(), order.to(), caller.actor()).map(HandedOverView::new);
    }

    private Staff staff() {
        return new Staff(caller.actor(), caller.is(Roles.HEALTH_OFFICIAL));
    }

    private Change change(UUID id, @Nullable String ifMatch) {
        return new Change(id, staff(), Versions.needed(ifMatch));
    }

    private static RestResponse<FollowUpDetailView> answer(FollowUpDetail detail) {
        return RestResponse.ResponseBuilder.ok(FollowUpDetailView.of(detail))
                .header(HttpHeaders.ETAG, Versions.tag(detail.followUp().version()))
                .build();
    }
}
