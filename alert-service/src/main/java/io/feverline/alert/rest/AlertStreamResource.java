package io.feverline.alert.rest;

import io.feverline.events.access.AreaScope;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Alert changes as server-sent events, within the caller's area. */
@Path("/v1/alerts/stream")
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
@Tag(name = "Alerts")
public class AlertStreamResource {
    private final AlertStream stream;
    private final Caller caller;

    AlertStreamResource(AlertStream stream, Caller caller) {
        this.stream = stream;
        this.caller = caller;
    }

    /** The changes from now on, or from where the caller left off. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "streamAlerts",
            summary = "警报实时流 / Alert changes as they happen",
            description =
                    "Each event's id is the change's number; send the last one seen as Last-Event-ID and nothing is"
                            + " missed or told twice. A comment is sent as a heartbeat when nothing is told; its id moves"
                            + " on past what other areas see.")
    @APIResponse(
            responseCode = "200",
            description = "Events named alert, the alert as JSON in their data; named cluster, when one is found or has"
                    + " grown; named device, when something is found wrong with one, has ended, or"
                    + " somebody acts on it; named probe, when a synthetic fever arrives, or none has for too long;"
                    + " named reset, when what was seen is not there any more, as after a restored backup: read the"
                    + " list anew.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = AlertJson.class)))
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID")
                    @Parameter(description = "The number of the last change seen; 0 for all there are.")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        AreaScope scope = caller.scope();
        return stream.follow(lastEventId == null ? null : seq(lastEventId), scope, sse, new JsonTeller(sse));
    }

    private static long seq(String lastEventId) {
        try {
            return Math.max(0, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException e) {
            throw Problems.invalidParameter("Last-Event-ID", "不是本流给出的编号 / is not an id that this stream gave");
        }
    }
}
