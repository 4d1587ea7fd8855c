package io.feverline.alert.rest;

import io.feverline.alert.postgres.RosterStore;
import io.feverline.alert.roster.Period;
import io.feverline.alert.roster.Unit;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is on duty in the caller's area. */
@Path("/v1/duty/now")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
@Tag(name = "Duty")
public class DutyResource {
    private static final int MOST = 500;
    private static final Duration WEEK = Duration.ofDays(7);

    private final RosterStore roster;
    private final Caller caller;
    private final InstantSource clock;

    DutyResource(RosterStore roster, Caller caller, InstantSource clock) {
        this.roster = roster;
        this.caller = caller;
        this.clock = clock;
    }

    /** Each unit with who is there, who comes next, and when nobody is. */
    @GET
    @Operation(operationId = "whoIsOnDuty", summary = "当前值班 / Who is on duty now, who is next, and when nobody is")
    @APIResponse(
            responseCode = "200",
            description = "A page of units; follow its cursor for the next.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DutyJson.class)))
    public Uni<DutyJson> now(
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit,
            @QueryParam("cursor") @Parameter(description = "What the page before gave as next.") @Nullable
                    String cursor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return roster.units(caller.scope(), Cursor.parseUnit(cursor), Parameters.limit(limit, MOST) + 1)
                .chain(units -> duty(units.stream().limit(limit).toList(), now, units, limit));
    }

    private Uni<DutyJson> duty(List<Unit> page, Instant now, List<Unit> units, int limit) {
        return roster.duty(page, new Period(now, now.plus(WEEK))).map(duties -> DutyJson.of(duties, now, units, limit));
    }
}
