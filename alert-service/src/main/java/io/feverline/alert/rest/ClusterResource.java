package io.feverline.alert.rest;

import io.feverline.alert.postgres.AlertReader;
import io.feverline.events.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clusters of alerts in the caller's area. */
@Path("/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DUTY_OFFICER, Roles.HEALTH_OFFICIAL, Roles.ADMIN})
@Tag(name = "Clusters", description = "Alerts that have something in common.")
public class ClusterResource {
    private static final int MOST = 500;

    private final AlertReader alerts;
    private final Caller caller;

    ClusterResource(AlertReader alerts, Caller caller) {
        this.alerts = alerts;
        this.caller = caller;
    }

    /** Those that grew last. */
    @GET
    @Operation(operationId = "listClusters", summary = "聚集性发热 / Clusters, those that grew last first")
    @APIResponse(
            responseCode = "200",
            description = "Clusters whose first alert lies in the caller's area.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClusterListJson.class)))
    public Uni<ClusterListJson> list(
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit) {
        return alerts.clusters(caller.scope(), Parameters.limit(limit, MOST)).map(ClusterListJson::of);
    }

    /** One cluster with its alerts. */
    @GET
    @Path("{id}")
    @Operation(operationId = "getCluster", summary = "一起聚集性发热 / One cluster with its alerts")
    @APIResponse(
            responseCode = "200",
            description = "The cluster.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClusterDetailJson.class)))
    @APIResponse(
            responseCode = "404",
            description = "No cluster of this id in the caller's area.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<ClusterDetailJson> get(@PathParam("id") UUID id) {
        return alerts.cluster(id, caller.scope())
                .map(found -> found.orElseThrow(Problems::noSuchCluster))
                .chain(cluster ->
                        alerts.alertsOf(id, caller.scope()).map(members -> ClusterDetailJson.of(cluster, members)));
    }
}
