package io.feverline.alert.rest;

import io.feverline.alert.kafka.DeadLetterOffice;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** What was set aside, for who runs the system. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Dead letters", description = "Records that could not be read or stored.")
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final int MOST = 500;

    private final DeadLetterOffice office;
    private final Caller caller;

    DeadLetterResource(DeadLetterOffice office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** The newest. */
    @GET
    @Operation(operationId = "listDeadLetters", summary = "无法处理的记录 / Records that were set aside, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The newest.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterListJson.class)))
    public Uni<DeadLetterListJson> list(
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "1 to 500.") int limit) {
        return office.newest(Parameters.limit(limit, MOST)).map(DeadLetterListJson::of);
    }

    /** Sends one back to where it stood. */
    @POST
    @Path("{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "重新处理一条记录 / Send a record back to where it stood",
            description = "Once its cause is mended. Sent back twice it has one effect.")
    @APIResponse(responseCode = "202", description = "The brokers have it.")
    @APIResponse(
            responseCode = "404",
            description = "No record of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "Nobody noted where it stood, or another service writes the topic in which it stood.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<RestResponse<Void>> replay(
            @PathParam("id") @Parameter(description = "As listed.", example = "0-17") String id) {
        if (!id.matches("[0-9]{1,5}-[0-9]{1,18}")) {
            throw Problems.noSuchDeadLetter();
        }
        int dash = id.indexOf('-');
        LOG.infof("dead letter %s is sent back by %s", id, caller.subject());
        return office.replay(Integer.parseInt(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)))
                .map(outcome -> switch (outcome) {
                    case SENT -> RestResponse.accepted();
                    case NO_SUCH_LETTER -> throw Problems.noSuchDeadLetter();
                    case ORIGIN_UNKNOWN -> throw Problems.originUnknown();
                    case ANOTHERS -> throw Problems.anothersTopic();
                });
    }
}
