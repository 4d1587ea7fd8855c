package io.feverline.alert.rest;

import io.feverline.alert.postgres.RosterStore;
import io.feverline.alert.rest.ShiftJson.ShiftListJson;
import io.feverline.alert.roster.Period;
import io.feverline.alert.roster.Shift;
import io.feverline.alert.roster.Unit;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The units of the caller's area and their rosters. */
@Path("/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
@Tag(name = "Duty", description = "Who has to know of alerts, and who is on duty.")
public class UnitResource {
    private static final int MOST = 500;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(62);

    private final RosterStore roster;
    private final Caller caller;
    private final InstantSource clock;

    UnitResource(RosterStore roster, Caller caller, InstantSource clock) {
        this.roster = roster;
        this.caller = caller;
        this.clock = clock;
    }

    /** A page of units. */
    @GET
    @Operation(operationId = "listUnits", summary = "值班单位列表 / Units, in the order of area codes")
    @APIResponse(
            responseCode = "200",
            description = "A page; follow its cursor for the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UnitPageJson.class)))
    public Uni<UnitPageJson> list(
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit,
            @QueryParam("cursor") @Parameter(description = "What the page before gave as next.") @Nullable
                    String cursor) {
        return roster.units(caller.scope(), Cursor.parseUnit(cursor), Parameters.limit(limit, MOST) + 1)
                .map(units -> UnitPageJson.of(units, limit));
    }

    /** One unit. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getUnit", summary = "一个值班单位 / One unit")
    @APIResponse(
            responseCode = "200",
            description = "The unit.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UnitJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No unit of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<UnitJson>> get(@PathParam("id") UUID id) {
        return find(id).map(unit -> tagged(ResponseBuilder.ok(UnitJson.of(unit)), unit));
    }

    /** Creates one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "createUnit", summary = "新建值班单位 / Create a unit in the caller's area")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UnitJson.class)))
    @APIResponse(
            responseCode = "409",
            description = "A unit of this name is there already.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<UnitJson>> create(@Nullable NewUnitJson sent) {
        return roster.create(parsed(sent))
                .onFailure(RosterStore.Refused.class)
                .transform(UnitResource::problem)
                .map(unit -> tagged(
                        ResponseBuilder.<UnitJson>created(URI.create("/v1/units/" + unit.id()))
                                .entity(UnitJson.of(unit)),
                        unit));
    }

    /** Changes one. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeUnit",
            summary = "修改值班单位 / Change a unit",
            description = "Only as the caller has seen it: If-Match names the ETag that it came with.")
    @APIResponse(
            responseCode = "200",
            description = "The unit after it.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = UnitJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No unit of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another unit has the name.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed the unit since; the ETag is today's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<UnitJson>> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The unit's ETag.") @Nullable String ifMatch,
            @Nullable NewUnitJson sent) {
        return seen(id, ifMatch)
                .chain(unit -> roster.change(id, unit.version(), parsed(sent)))
                .onFailure(RosterStore.Refused.class)
                .transform(UnitResource::problem)
                .chain(changed -> changed.isPresent()
                        ? Uni.createFrom().item(changed.get())
                        : find(id).map(unit -> {
                            throw Problems.changedSince(EntityTag.of(unit));
                        }))
                .map(unit -> tagged(ResponseBuilder.ok(UnitJson.of(unit)), unit));
    }

    /** Deletes one. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "deleteUnit",
            summary = "撤销值班单位 / Delete a unit and its roster",
            description = "What it was told of and its hand-overs stay on record. If-Match names its ETag.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(
            responseCode = "404",
            description = "No unit of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Something still refers to it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "Somebody has changed the unit since; the ETag is today's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Void>> delete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The unit's ETag.") @Nullable String ifMatch) {
        return seen(id, ifMatch)
                .chain(unit -> roster.delete(id, unit.version()))
                .onFailure(RosterStore.Refused.class)
                .transform(UnitResource::problem)
                .chain(deleted -> deleted.isPresent()
                        ? Uni.createFrom().item(RestResponse.noContent())
                        : find(id).map(unit -> {
                            throw Problems.changedSince(EntityTag.of(unit));
                        }));
    }

    /** The roster of one. */
    @GET
    @Path("{id}/shifts")
    @Operation(operationId = "listShifts", summary = "排班表 / A unit's shifts in a period")
    @APIResponse(
            responseCode = "200",
            description = "Those that are partly in it.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ShiftListJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No unit of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<ShiftListJson> shifts(
            @PathParam("id") UUID id,
            @QueryParam("from")
                    @Parameter(description = "RFC 3339; now when absent.")
                    @Schema(format = "date-time")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(description = "RFC 3339, at most 62 days later; a week later when absent.")
                    @Schema(format = "date-time")
                    @Nullable
                    String to) {
        Instant begin = from == null ? clock.instant() : Parameters.time("from", from);
        Instant end = to == null ? begin.plus(WEEK) : Parameters.time("to", to);
        if (!end.isAfter(begin) || end.isAfter(begin.plus(LONGEST))) {
            throw Problems.invalidParameter("to", "须晚于 from，且不超过 62 天 / is after from, by at most 62 days");
        }
        return find(id).chain(unit -> roster.shifts(id, new Period(begin, end))).map(ShiftListJson::of);
    }

    /** Adds to the roster. */
    @POST
    @Path("{id}/shifts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "addShifts", summary = "排班 / Add shifts to a unit's roster, all or none")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ShiftListJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No unit of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Somebody is on the roster already at that time.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "A shift ends before it begins or is longer than 24 h, or two of them overlap.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<ShiftListJson>> addShifts(@PathParam("id") UUID id, @Nullable NewShiftsJson sent) {
        if (sent == null) {
            throw Problems.invalidMember("shifts", "缺失 / is missing");
        }
        List<Shift> shifts = sent.parsed();
        return find(id).chain(unit -> roster.add(id, shifts))
                .onFailure(RosterStore.Refused.class)
                .transform(UnitResource::problem)
                .map(added -> RestResponse.status(RestResponse.Status.CREATED, ShiftListJson.of(added)));
    }

    /** Takes one off the roster. */
    @DELETE
    @Path("{id}/shifts/{shift}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "removeShift",
            summary = "撤销班次 / Take a shift off the roster",
            description = "One that has begun ends now: what has been stays on record.")
    @APIResponse(responseCode = "204", description = "Whatever of it was to come is gone.")
    @APIResponse(
            responseCode = "404",
            description = "No such shift in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is over.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Void>> removeShift(@PathParam("id") UUID id, @PathParam("shift") UUID shift) {
        return find(id).chain(unit -> roster.takeOff(id, shift, clock.instant()))
                .map(outcome -> switch (outcome) {
                    case DONE -> RestResponse.noContent();
                    case NOT_FOUND -> throw Problems.noSuchShift();
                    case PAST -> throw Problems.shiftOver();
                });
    }

    private Uni<Unit> find(UUID id) {
        return roster.unit(id, caller.scope()).map(found -> found.orElseThrow(Problems::noSuchUnit));
    }

    private Uni<Unit> seen(UUID id, @Nullable String ifMatch) {
        String seen = EntityTag.needed(ifMatch);
        return find(id).invoke(unit -> {
            if (!EntityTag.isNamedBy(seen, EntityTag.of(unit))) {
                throw Problems.changedSince(EntityTag.of(unit));
            }
        });
    }

    private Unit.Draft parsed(@Nullable NewUnitJson sent) {
        if (sent == null) {
            throw Problems.invalidMember("name", "缺失 / is missing");
        }
        Unit.Draft draft = sent.parsed();
        if (!caller.scope().includes(draft.areaCode())) {
            throw Problems.invalidMember("areaCode", "不在您的辖区内 / is not in your area");
        }
        return draft;
    }

    private static Throwable problem(RosterStore.Refused refused) {
        return switch (refused.reason()) {
            case NAME_TAKEN -> Problems.unitExists();
            case UNIT_IN_USE -> Problems.unitInUse();
            case UNIT_GONE -> Problems.noSuchUnit();
            case SHIFT_OVERLAP -> Problems.shiftOverlap();
        };
    }

    private static RestResponse<UnitJson> tagged(ResponseBuilder<UnitJson> answer, Unit unit) {
        return answer.header(HttpHeaders.ETAG, EntityTag.of(unit)).build();
    }
}
