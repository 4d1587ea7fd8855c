package io.feverline.alert.rest;

import io.feverline.alert.courier.Courier;
import io.feverline.alert.lifecycle.AlertQuery.Position;
import io.feverline.alert.notify.Fate;
import io.feverline.alert.postgres.NotificationStore;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was told, and what became of it. */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Notifications", description = "What the units of the caller's area were told.")
public class NotificationResource {
    private static final Logger LOG = Logger.getLogger(NotificationResource.class);
    private static final int MOST = 500;

    private final NotificationStore notifications;
    private final Courier courier;
    private final Caller caller;
    private final InstantSource clock;

    NotificationResource(NotificationStore notifications, Courier courier, Caller caller, InstantSource clock) {
        this.notifications = notifications;
        this.courier = courier;
        this.caller = caller;
        this.clock = clock;
    }

    /** A page of them. */
    @GET
    @Operation(operationId = "listNotifications", summary = "通知列表 / Notifications, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page; follow its cursor for the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NotificationPageJson.class)))
    public Uni<NotificationPageJson> list(
            @QueryParam("state") @Schema(enumeration = {"pending", "delivered", "dead", "silenced"}) @Nullable
                    String state,
            @QueryParam("channel") @Parameter(description = "Channel id.") @Schema(format = "uuid") @Nullable
                    String channel,
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit,
            @QueryParam("cursor") @Parameter(description = "What the page before gave as next.") @Nullable
                    String cursor) {
        Position after = cursor == null ? null : Cursor.parse(cursor);
        return notifications
                .page(
                        caller.scope(),
                        state == null ? null : Parameters.word("state", Fate.class, state),
                        id(channel),
                        after,
                        Parameters.limit(limit, MOST) + 1)
                .map(page -> NotificationPageJson.of(page, limit));
    }

    /** Has one tried again. */
    @POST
    @Path("{id}/replay")
    @Operation(
            operationId = "replayNotification",
            summary = "重发失败的通知 / Send a dead notification again, with those that it went with",
            description = "Under the same id, so that a receiver that has it already knows it.")
    @APIResponse(responseCode = "202", description = "It is on its way.")
    @APIResponse(
            responseCode = "404",
            description = "No notification of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is not dead.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Void>> replay(@PathParam("id") UUID id) {
        return notifications
                .find(id, caller.scope())
                .map(found -> found.orElseThrow(Problems::noSuchNotification))
                .chain(found -> notifications.replay(id, clock.instant()))
                .map(replayed -> {
                    if (!replayed) {
                        throw Problems.notDead();
                    }
                    LOG.infof("notification %s is sent again by %s", id, caller.subject());
                    courier.wake();
                    return RestResponse.accepted();
                });
    }

    private static @Nullable UUID id(@Nullable String channel) {
        try {
            return channel == null ? null : UUID.fromString(channel);
        } catch (IllegalArgumentException e) {
            throw Problems.invalidParameter("channel", "须为 UUID / is a UUID");
        }
    }
}
