package io.feverline.alert.rest;

import io.feverline.alert.config.NotifyConfig;
import io.feverline.alert.notify.Silence;
import io.feverline.alert.postgres.SilenceStore;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What nobody is told for a while, and why. */
@Path("/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.ADMIN})
@Tag(name = "Silences", description = "What nobody in the caller's area is told for a while.")
public class SilenceResource {
    private final SilenceStore silences;
    private final NotifyConfig config;
    private final Caller caller;
    private final InstantSource clock;

    SilenceResource(SilenceStore silences, NotifyConfig config, Caller caller, InstantSource clock) {
        this.silences = silences;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those that are not over. */
    @GET
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
    @Operation(
            operationId = "listSilences",
            summary = "当前静默 / Silences that are not over and concern the caller's area")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SilenceListJson.class)))
    public Uni<SilenceListJson> list() {
        return silences.current(caller.scope(), clock.instant()).map(SilenceListJson::of);
    }

    /** Begins one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addSilence",
            summary = "设置静默 / Have nobody told for a while",
            description =
                    "What would be told is kept with the silence's id, and not sent afterwards. What is critical is told"
                            + " all the same.")
    @APIResponse(
            responseCode = "201",
            description = "It is in force from when it begins.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SilenceJson.class)))
    public Uni<RestResponse<SilenceJson>> add(@Nullable NewSilenceJson sent) {
        if (sent == null) {
            throw Problems.invalidMember("until", "缺失 / is missing");
        }
        Silence silence = sent.parsed(
                UUID.randomUUID(), caller.scope(), caller.subject(), clock.instant(), config.longestSilence());
        return silences.add(silence)
                .replaceWith(() -> RestResponse.status(RestResponse.Status.CREATED, SilenceJson.of(silence)));
    }

    /** Ends one before its time. */
    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "endSilence", summary = "提前结束静默 / End a silence before its time")
    @APIResponse(
            responseCode = "200",
            description = "It is over; who was first to end it stays on record.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SilenceJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No silence of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<SilenceJson> end(@PathParam("id") UUID id, @Nullable SilenceEndJson sent) {
        String reason = Members.text("reason", sent == null ? null : sent.reason(), NewSilenceJson.LONGEST_REASON);
        return silences.end(id, caller.scope(), new Silence.End(clock.instant(), caller.subject(), reason))
                .map(found -> SilenceJson.of(found.orElseThrow(Problems::noSuchSilence)));
    }
}
