package io.feverline.alert.rest;

import io.feverline.alert.lifecycle.Alert;
import io.feverline.alert.lifecycle.AlertQuery;
import io.feverline.alert.lifecycle.AlertQuery.Position;
import io.feverline.alert.postgres.AlertReader;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Alerts as pages and one by one, within the caller's area. */
@Path("/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
@Tag(name = "Alerts", description = "Alerts of the caller's area.")
public class AlertResource {
    private static final int MOST = 500;

    private final AlertReader alerts;
    private final AlertActions actions;
    private final Caller caller;

    AlertResource(AlertReader alerts, AlertActions actions, Caller caller) {
        this.alerts = alerts;
        this.actions = actions;
        this.caller = caller;
    }

    /** A page of alerts, newest opening first. */
    @GET
    @Operation(operationId = "listAlerts", summary = "警报列表 / Alerts, newest opening first")
    @APIResponse(
            responseCode = "200",
            description = "A page; follow its cursor for the next.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AlertPageJson.class)))
    public Uni<AlertPageJson> list(
            @BeanParam AlertFilter filter,
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit,
            @QueryParam("cursor") @Parameter(description = "What the page before gave as next.") @Nullable
                    String cursor) {
        Position after = cursor == null ? null : Cursor.parse(cursor);
        return alerts.page(new AlertQuery(caller.scope(), filter.parsed(), after, Parameters.limit(limit, MOST) + 1))
                .map(page -> AlertPageJson.of(page, limit));
    }

    /** One alert with the readings of its episode. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getAlert", summary = "一条警报 / One alert with its episode's readings")
    @APIResponse(
            responseCode = "200",
            description = "The alert.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AlertDetailJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No alert of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<AlertDetailJson>> get(@PathParam("id") UUID id) {
        return alerts.find(id, caller.scope())
                .map(found -> found.orElseThrow(Problems::noSuchAlert))
                .chain(this::detailed);
    }

    /** Does something about an alert. */
    @POST
    @Path("{id}/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL})
    @Operation(
            operationId = "actOnAlert",
            summary = "处置警报 / Acknowledge, refer, close or otherwise act on an alert",
            description = "Only on what the caller has seen: If-Match names the ETag that the alert came with.")
    @APIResponse(
            responseCode = "200",
            description = "The alert after it.",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AlertDetailJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No alert of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Not possible in the alert's state.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "412",
            description = "Somebody, or a reading, has changed the alert since; the ETag is today's.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<AlertDetailJson>> act(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The alert's ETag.") @Nullable String ifMatch,
            @Nullable NewActionJson sent) {
        return actions.act(id, sent, EntityTag.needed(ifMatch)).chain(this::detailed);
    }

    private Uni<RestResponse<AlertDetailJson>> detailed(Alert alert) {
        return Uni.combine()
                .all()
                .unis(alerts.readings(alert.id()), alerts.actions(alert.id()), alerts.escalations(alert.id()))
                .with((readings, taken, steps) -> RestResponse.ResponseBuilder.ok(
                                AlertDetailJson.of(alert, readings, taken, steps))
                        .header(HttpHeaders.ETAG, EntityTag.of(alert))
                        .build());
    }
}
